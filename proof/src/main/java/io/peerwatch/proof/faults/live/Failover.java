package io.peerwatch.proof.faults.live;

import io.peerwatch.proof.faults.Outcome;
import io.peerwatch.proof.faults.lab.Instances;
import io.peerwatch.proof.faults.lab.Laboratory;
import io.peerwatch.proof.faults.lab.StreamInstance;
import io.peerwatch.proof.faults.lab.VerdictWatch;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two instances, one killed: how long until every group has a verdict on a window that began after
 * the kill, so that what both did before, and what the survivor does anyway, says nothing.
 */
public final class Failover {
  private static final List<LiveGroup> GROUPS = groups();
  private static final Duration START_MAX = Duration.ofMinutes(2);
  private static final Duration SETTLING = Duration.ofSeconds(8);
  private static final Duration WAIT_MAX = Duration.ofSeconds(90);

  private Failover() {}

  /** Names that lie on all partitions. */
  private static List<LiveGroup> groups() {
    List<LiveGroup> groups = new ArrayList<>();
    for (char name = 'a'; name <= 'l'; name++) {
      groups.add(LiveGroup.right("live-" + name, 4));
    }
    return groups;
  }

  /**
   * @param times how often it is done
   * @param most that it may take
   */
  public static Outcome run(Laboratory laboratory, int times, Duration most) throws Exception {
    Outcome outcome = new Outcome();
    List<String> names = GROUPS.stream().map(LiveGroup::name).toList();
    ConnectionSettings connection = laboratory.newConnection("failover");
    List<Double> seconds = new ArrayList<>();
    var windows = StreamInstance.Windows.SHORT;
    try (var instances = Instances.start(laboratory, connection, windows, 2, false);
        VerdictWatch verdicts = VerdictWatch.start(connection);
        var traffic = new LiveTraffic(connection, GROUPS)) {
      for (int i = 0; i < times; i++) {
        Instant soon = Instant.now().plus(SETTLING);
        if (!verdicts.awaitEnds(names, soon, START_MAX)) {
          return outcome.require(false, "the groups were not judged before the kill");
        }
        instances.get(i).kill();
        long killedAt = System.nanoTime();
        Instant end = Instant.now().plus(windows.window());
        boolean came = verdicts.awaitEnds(names, end, WAIT_MAX);
        double took = (System.nanoTime() - killedAt) / 1e9;
        seconds.add(took);
        outcome.require(
            came && took < most.toMillis() / 1e3,
            String.format(Locale.ROOT, "%.1f s until all groups were judged again", took));
        instances.get(i).start();
      }
      instances.ended().forEach(line -> outcome.require(false, line));
    }
    double worst = seconds.stream().mapToDouble(s -> s).max().orElse(0);
    return outcome.figure("kills", times).figure("worstSeconds", Math.round(worst * 10) / 10.0);
  }
}
