package io.peerwatch.proof.faults.live;

import io.peerwatch.proof.faults.Outcome;
import io.peerwatch.proof.faults.lab.Committed;
import io.peerwatch.proof.faults.lab.Instances;
import io.peerwatch.proof.faults.lab.Laboratory;
import io.peerwatch.proof.faults.lab.StreamInstance;
import io.peerwatch.proof.faults.lab.VerdictWatch;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.schemas.avro.Verdict;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Wrong clocks of every kind in one group, beside a neighbour on the same partition; and a group
 * that runs ahead as a whole and is set back.
 */
public final class Clocks {
  private static final int HOSTS = 12;
  private static final long YEAR_MILLIS = 365L * 86_400_000;

  /** By host of the abused group; all others are right. */
  private static final Map<String, Long> OFF_MILLIS =
      Map.of(
          "abused-01", 59 * 60_000L,
          "abused-02", 2 * 3_600_000L,
          "abused-03", 60 * YEAR_MILLIS,
          "abused-04", -2 * 3_600_000L,
          "abused-05", -100 * YEAR_MILLIS);

  private static final Set<String> AHEAD = Set.of("abused-01", "abused-02", "abused-03");
  private static final Duration START_MAX = Duration.ofSeconds(60);
  private static final Duration WATCHED = Duration.ofSeconds(30);
  private static final Duration BACK_MAX = Duration.ofSeconds(30);

  private Clocks() {}

  public static Outcome run(Laboratory laboratory) throws Exception {
    Outcome outcome = new Outcome();
    ConnectionSettings connection = laboratory.newConnection("clocks");
    AtomicLong leapMillis = new AtomicLong(3_600_000);
    List<LiveGroup> groups =
        List.of(
            new LiveGroup("abused", HOSTS, host -> OFF_MILLIS.getOrDefault(host, 0L)),
            LiveGroup.right("neighbour", HOSTS),
            new LiveGroup("leaping", HOSTS, host -> leapMillis.get()));
    Instant started = Instant.now();
    try (var instances =
            Instances.start(laboratory, connection, StreamInstance.Windows.SHORT, 1, false);
        VerdictWatch verdicts = VerdictWatch.start(connection);
        var traffic = new LiveTraffic(connection, groups)) {
      List<String> present = List.of("abused", "neighbour");
      outcome.require(
          verdicts.awaitEnds(present, Instant.now(), START_MAX), "the groups were not judged");
      Instant later = Instant.now().plus(WATCHED);
      outcome.require(
          verdicts.awaitEnds(present, later, WATCHED.plus(BACK_MAX)), "the groups stood still");
      leapMillis.set(0);
      long setBackAt = System.nanoTime();
      long before = verdicts.count("leaping");
      boolean back = verdicts.awaitCount("leaping", before + 2, BACK_MAX);
      outcome.require(back, "the group whose clocks were set back was not judged again");
      outcome.figure("setBackSeconds", (System.nanoTime() - setBackAt) / 1_000_000_000);
      instances.ended().forEach(line -> outcome.require(false, line));
    }
    judge(
        outcome,
        Committed.all(connection, Topics.GROUP_VERDICTS),
        started.plus(Duration.ofSeconds(6)));
    List<RejectedRecord> rejected = Committed.all(connection, Topics.REJECTED_RECORDS);
    return outcome
        .require(
            !rejected.isEmpty()
                && rejected.stream()
                    .allMatch(r -> r.getReason() == RejectReason.TIMESTAMP_OUT_OF_RANGE),
            "the host in 1926 should be refused, and nothing else")
        .figure("rejected", rejected.size());
  }

  private static void judge(Outcome outcome, List<GroupVerdict> verdicts, Instant settled) {
    Set<String> named = new TreeSet<>();
    long lateOfNeighbour = 0;
    long incomplete = 0;
    for (GroupVerdict verdict : verdicts) {
      boolean neighbour = verdict.getGroup().equals("neighbour");
      if (neighbour && verdict.getWindowStart().isAfter(settled)) {
        lateOfNeighbour += verdict.getLateSamples();
        incomplete += verdict.getHostsReported() == HOSTS ? 0 : 1;
      }
      verdict.getFindings().stream()
          .filter(finding -> finding.getVerdict() == Verdict.SKEWED_CLOCK)
          .forEach(finding -> named.add(finding.getHost()));
    }
    outcome.require(lateOfNeighbour == 0, "the neighbour had late samples: " + lateOfNeighbour);
    outcome.require(incomplete == 0, "windows of the neighbour that lack hosts: " + incomplete);
    outcome.require(named.containsAll(AHEAD), "skewed clocks named: " + named + ", not " + AHEAD);
    outcome.require(OFF_MILLIS.keySet().containsAll(named), "right clocks named: " + named);
  }
}
