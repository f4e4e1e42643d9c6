package io.peerwatch.proof.faults.live;

import io.peerwatch.proof.faults.Outcome;
import io.peerwatch.proof.faults.lab.Committed;
import io.peerwatch.proof.faults.lab.Instances;
import io.peerwatch.proof.faults.lab.Laboratory;
import io.peerwatch.proof.faults.lab.StreamInstance;
import io.peerwatch.proof.faults.lab.VerdictWatch;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Work in real time for long: what the application remembers must not grow. The first third is left
 * to learning, and to the virtual machine; the middle third is compared with the last one.
 */
public final class Soak {
  private static final int GROUPS = 24;
  private static final int HOSTS = 10;
  private static final int LOOKS = 60;
  private static final double GROWTH_MAX = 1.1;
  private static final Duration BEHIND_MAX = Duration.ofSeconds(30);

  private Soak() {}

  public static Outcome run(Laboratory laboratory, Duration lasting) throws Exception {
    Outcome outcome = new Outcome();
    ConnectionSettings connection = laboratory.newConnection("soak");
    List<LiveGroup> groups = new ArrayList<>();
    for (int g = 0; g < GROUPS; g++) {
      groups.add(LiveGroup.right("soaked-" + g, HOSTS));
    }
    List<String> names = groups.stream().map(LiveGroup::name).toList();
    List<Long> heap = new ArrayList<>();
    List<Long> resident = new ArrayList<>();
    try (var instances =
            Instances.start(laboratory, connection, StreamInstance.Windows.SHORT, 1, false);
        VerdictWatch verdicts = VerdictWatch.start(connection);
        var traffic = new LiveTraffic(connection, groups)) {
      for (int look = 0; look < LOOKS && instances.get(0).runs(); look++) {
        Thread.sleep(lasting.dividedBy(LOOKS).toMillis());
        heap.add(instances.get(0).heapBytes());
        resident.add(instances.get(0).residentBytes());
        laboratory.progress().report("soak", look + 1L, LOOKS);
      }
      outcome.require(
          verdicts.awaitEnds(names, Instant.now(), BEHIND_MAX), "not all groups are judged still");
      outcome.figure("verdicts", verdicts.count());
      instances.ended().forEach(line -> outcome.require(false, line));
    }
    int rejected = Committed.all(connection, Topics.REJECTED_RECORDS).size();
    outcome.require(rejected == 0, rejected + " records were rejected");
    requireLevel(outcome, "heap", heap);
    requireLevel(outcome, "resident", resident);
    return outcome;
  }

  private static void requireLevel(Outcome outcome, String what, List<Long> bytes) {
    int third = bytes.size() / 3;
    long middle = mean(bytes.subList(third, 2 * third));
    long last = mean(bytes.subList(2 * third, bytes.size()));
    outcome
        .require(
            last <= middle * GROWTH_MAX,
            "%s memory grew from %d to %d KiB".formatted(what, middle >> 10, last >> 10))
        .figure(what + "KibibytesMiddle", middle >> 10)
        .figure(what + "KibibytesLast", last >> 10);
  }

  private static long mean(List<Long> bytes) {
    return (long) bytes.stream().mapToLong(Long::longValue).average().orElse(0);
  }
}
