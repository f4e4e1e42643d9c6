package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.HostBaseline;
import io.peerwatch.detection.evidence.GroupMotion;
import io.peerwatch.detection.metric.MetricInfo;
import io.peerwatch.detection.metric.MetricTable;
import io.peerwatch.detection.metric.Transform;
import java.util.ArrayList;
import java.util.List;

/** Says which metrics set a host apart, in units that a person knows. */
final class Blame {

  private static final int EVIDENCE_MAX = 8;

  /** Half the width of the band of the expected, in spreads. */
  static final double BAND_SPREADS = 3;

  /** Of the largest value lately: less is next to nothing. */
  private static final double TINY_RATIO = 0.03;

  /** So far from what is expected a value must be for anybody to see that it is. */
  private static final double APART_SPREADS = 2;

  private Blame() {}

  /**
   * Whether any deviation is larger than the smallest that matters, and not well inside its band:
   * nobody is woken for values that are all where they are expected.
   */
  static boolean matters(Comparison now, int h, GroupMemory memory) {
    for (int m = 0; m < now.metrics; m++) {
      if (tiny(now, h, m, memory)) {
        continue;
      }
      HostBaseline baseline = now.records[h].baseline;
      boolean apart = Math.abs(now.z(h, m)) >= APART_SPREADS;
      if (apart && Math.abs(now.d(h, m)) * baseline.scale(m) >= baseline.floor(m)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the difference is next to nothing beside what hosts of the group show at other times: a
   * host that is nearly idle has half or twice as much as others in the blink of an eye.
   */
  private static boolean tiny(Comparison now, int h, int m, GroupMemory memory) {
    MetricInfo info = memory.table.get(m);
    double expected =
        back(now, h, m, info, now.records[h].baseline.normalised(m, now.y(h, m)) - now.d(h, m));
    double difference = now.raw(h, m) * perCore(now, h, info) - expected;
    return Math.abs(difference) < TINY_RATIO * memory.baseline.magnitude(m) * perCore(now, h, info);
  }

  /**
   * The most blamed metrics of a host first; shares are of the squared deviations of all.
   *
   * <p>A metric can be odd and lie in its band, as requests do that stay where CPU has doubled. It
   * is blamed less the deeper in the band it is: a person who sees 40 where 35 to 45 is expected
   * learns nothing from it. One that repeats itself is blamed wherever it lies.
   */
  static List<Evidence> of(Comparison now, int h, MetricTable table) {
    HostRecord record = now.records[h];
    double[] blame = new double[now.metrics];
    for (int m = 0; m < now.metrics; m++) {
      double z = now.z(h, m);
      double size = record.recentSize(m) * Math.min(1, Math.abs(z) / BAND_SPREADS);
      double stuck = now.stuck[h] >= 1 ? record.run(m) : 0;
      blame[m] = Double.isNaN(z) ? 0 : size * size + stuck * stuck;
    }
    return ranked(blame, (m, share) -> evidence(now, h, m, table, share));
  }

  /** What a shift of the whole group looks like on one host: against what it would have been. */
  static List<Evidence> ofShift(Comparison now, int h, MetricTable table, GroupMotion motion) {
    double[] blame = new double[now.metrics];
    for (int m = 0; m < now.metrics; m++) {
      double deviation = motion.deviation(m);
      boolean told = !Double.isNaN(deviation) && !Double.isNaN(now.y(h, m));
      blame[m] = told ? deviation * deviation : 0;
    }
    return ranked(blame, (m, share) -> shifted(now, h, m, table, motion, share));
  }

  private interface EvidenceOf {
    Evidence of(int metric, double share);
  }

  private static List<Evidence> ranked(double[] blame, EvidenceOf evidenceOf) {
    double sum = 0;
    for (double part : blame) {
      sum += part;
    }
    List<Evidence> evidence = new ArrayList<>();
    while (evidence.size() < EVIDENCE_MAX) {
      int worst = 0;
      for (int m = 1; m < blame.length; m++) {
        worst = blame[m] > blame[worst] ? m : worst;
      }
      if (blame.length == 0 || !(blame[worst] > 0)) {
        break;
      }
      evidence.add(evidenceOf.of(worst, blame[worst] / sum));
      blame[worst] = 0;
    }
    return List.copyOf(evidence);
  }

  static Evidence evidence(Comparison now, int h, int m, MetricTable table, double share) {
    HostBaseline baseline = now.records[h].baseline;
    double shift = now.atEqualWork.shift(now, h, m);
    double u = baseline.expected(m, now.c(h, m), now.day) + shift;
    double band = BAND_SPREADS * now.s(h, m);
    return inUnit(now, h, m, table, u, band, now.d(h, m) / now.s(h, m), share);
  }

  private static Evidence shifted(
      Comparison now, int h, int m, MetricTable table, GroupMotion motion, double share) {
    HostBaseline baseline = now.records[h].baseline;
    double u = baseline.expected(m, (float) motion.expected(m, now.day), now.day);
    double band = BAND_SPREADS * motion.spread(m);
    return inUnit(now, h, m, table, u, band, motion.deviation(m), share);
  }

  private static Evidence inUnit(
      Comparison now,
      int h,
      int m,
      MetricTable table,
      double expected,
      double band,
      double deviation,
      double share) {
    MetricInfo info = table.get(m);
    return new Evidence(
        info.metric(),
        info.unit(),
        now.raw(h, m) * perCore(now, h, info),
        back(now, h, m, info, expected),
        back(now, h, m, info, expected - band),
        back(now, h, m, info, expected + band),
        deviation,
        share);
  }

  private static double back(Comparison now, int h, int m, MetricInfo info, double u) {
    HostBaseline baseline = now.records[h].baseline;
    double y = baseline.mean(m) + u * baseline.scale(m);
    return info.transform().undo(y, info.floor()) * perCore(now, h, info);
  }

  private static double perCore(Comparison now, int h, MetricInfo info) {
    return info.transform() == Transform.PER_CORE ? now.records[h].cores : 1;
  }
}
