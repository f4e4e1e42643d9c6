package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.GroupBaseline;
import io.peerwatch.detection.baseline.HostBaseline;
import io.peerwatch.detection.evidence.Leaving;
import io.peerwatch.detection.metric.MetricInfo;
import io.peerwatch.detection.metric.Transform;
import java.util.Map;

/**
 * What is brought up to date every {@link #EVERY_DAYS} rather than in every window: whitening,
 * scales, thresholds, pooled figures, and the smallest differences that matter. While a group is
 * young it happens more often, each time a quarter more windows are known.
 */
final class Refresh {

  static final double EVERY_DAYS = 0.25;

  /** How the budget is split over the verdicts of scores. */
  private static final double LONE_SHARE = 0.12;

  private static final double LAG_SHARE = 0.06;

  private static final Map<Leaving, Double> LEAVING_SHARES =
      Map.of(
          Leaving.SUDDEN, 0.25,
          Leaving.LASTING, 0.08,
          Leaving.LINGERING, 0.1,
          Leaving.RESTLESS, 0.1);

  private static final double SUBGROUP_SHARE = 0.1;
  private static final double SHIFT_SHARE = 0.15;
  private static final double YOUNG_GROWTH = 1.25;

  private Refresh() {}

  static void ifDue(GroupMemory memory, Roster roster, DetectionSettings settings) {
    double age = memory.baseline.age();
    boolean grew = memory.companyMayGrow() && memory.company(peers(roster));
    if (age >= memory.solveAt || grew) {
      refresh(memory, roster, settings);
    }
  }

  /** Brings all up to date before its time, so that what a policy changed holds at once. */
  static void now(GroupMemory memory, Roster roster, DetectionSettings settings) {
    if (memory.solvedAt > 0) {
      refresh(memory, roster, settings);
    }
  }

  private static void refresh(GroupMemory memory, Roster roster, DetectionSettings settings) {
    double age = memory.baseline.age();
    double days = (age - memory.solvedAt) * settings.windowDays();
    pool(memory, roster);
    memory.whitening.solve();
    memory.motion.solve();
    double budget = settings.falseAlarmsPerWeek();
    memory.lone.solve(days, LONE_SHARE * budget);
    memory.lag.solve(days, LAG_SHARE * budget);
    memory.leaving.forEach((way, scoring) -> scoring.solve(days, LEAVING_SHARES.get(way) * budget));
    memory.subgroup.solve(days, SUBGROUP_SHARE * budget);
    memory.shift.solve(days, SHIFT_SHARE * budget);
    memory.solvedAt = age;
    double steady = Math.max(1, Math.rint(EVERY_DAYS / settings.windowDays()));
    memory.solveAt = age + Math.min(steady, Math.ceil(age * (YOUNG_GROWTH - 1)));
  }

  private static int peers(Roster roster) {
    int peers = 0;
    for (HostRecord record : roster.all()) {
      peers += record.compared >= Peers.PEER_FROM ? 1 : 0;
    }
    return peers;
  }

  private static void pool(GroupMemory memory, Roster roster) {
    GroupBaseline group = memory.baseline;
    for (int m = 0; m < memory.table.size(); m++) {
      double variance = 0;
      double spread = 0;
      int known = 0;
      for (HostRecord record : roster.all()) {
        record.grow(memory.table.size());
        HostBaseline baseline = record.baseline;
        if (baseline.seen(m) >= 1) {
          baseline.setFloor(m, floor(memory.table.get(m), baseline.mean(m), group.magnitude(m)));
        }
        if (baseline.seen(m) >= 10 && !record.suspect) {
          variance += baseline.variance(m);
          spread += baseline.spread(m);
          known++;
        }
      }
      if (known >= 2) {
        group.setPooled(m, variance / known, spread / known);
      }
    }
  }

  /** The smallest difference that matters near a host's mean, in transformed units; above 0. */
  static double floor(MetricInfo info, double mean, double magnitude) {
    double value = info.transform().undo(mean, info.floor());
    double inUnit = info.floorAt(value);
    if (info.transform() == Transform.LINEAR) {
      inUnit = Math.max(inUnit, info.relativeFloor() * magnitude);
    }
    return Math.max(inUnit * info.transform().slope(value, info.floor()), Double.MIN_NORMAL);
  }
}
