package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.HostBaseline;
import io.peerwatch.detection.baseline.LearningSteps;
import io.peerwatch.detection.evidence.Following;
import java.util.Arrays;

/**
 * What sizes of deviations don't tell: whether hosts trail behind their group, and whether their
 * values repeat themselves.
 */
final class SideEvidence {

  private static final double SPREAD_MIN = 0.1;

  /** The median of few hosts moves by itself: so many spreads of it are no change of the group. */
  private static final double OWN_NOISE_SPREADS = 6;

  /** A run is odd when it is so many times as long as the longest of the group, and a little. */
  private static final double TIMES_LONGER = 2;

  private static final double LONGER_WINDOWS = 3;

  /** A metric that repeats itself in more windows than this on any host is coarse: no proof. */
  private static final double COARSE_RATE = 0.1;

  /** Days after which half of a longest run is forgotten. */
  private static final double RUN_HALF_LIFE_DAYS = 14;

  /** What is added to an odd run while the group is young; it halves with every day. */
  private static final double YOUNG_WINDOWS = 48;

  private double[] spreads = new double[0];
  private double[] own = new double[0];
  private double[] ownWhitened = new double[0];

  /** By metric: the longest run of any host, and the highest rate of repetitions. */
  private double[] longest = new double[0];

  private double[] rate = new double[0];

  /** Lets every host of the window take in both. */
  void add(Comparison now, GroupMemory memory, double windowDays) {
    follow(now, memory);
    repeat(now, memory.baseline.age() * windowDays, windowDays);
  }

  private void follow(Comparison now, GroupMemory memory) {
    spreads = Doubles.grown(spreads, now.metrics, 0);
    own = Doubles.grown(own, now.metrics, 0);
    ownWhitened = Doubles.grown(ownWhitened, now.metrics, 0);
    for (int m = 0; m < now.metrics; m++) {
      spreads[m] = Math.max(SPREAD_MIN, memory.baseline.spread(m));
    }
    double noise = OWN_NOISE_SPREADS / now.hosts;
    memory.echo.add(now.groupMedian, spreads, noise, memory.whitening, memory.persistence);
    for (int h = 0; h < now.hosts; h++) {
      Following following = now.records[h].following;
      if (now.atEqualWork.applies()) {
        now.atEqualWork.whole(now, h, own);
        memory.whitening.apply(own, ownWhitened, 0, now.metrics);
        following.add(ownWhitened, 0, memory.echo, memory.persistence);
      } else {
        following.add(now.w, h * now.metrics, memory.echo, memory.persistence);
      }
    }
  }

  private void repeat(Comparison now, double ageDays, double windowDays) {
    longest = Doubles.grown(longest, now.metrics, 0);
    rate = Doubles.grown(rate, now.metrics, 0);
    Arrays.fill(longest, 0);
    Arrays.fill(rate, 0);
    Arrays.fill(now.sparse, false);
    double kept = 1 - LearningSteps.steady(windowDays, RUN_HALF_LIFE_DAYS);
    for (int h = 0; h < now.hosts; h++) {
      HostRecord record = now.records[h];
      record.repeats.add(now.raw, h * now.metrics, now.metrics, !record.lone, kept);
      for (int m = 0; m < now.metrics; m++) {
        double often = record.repeats.rate(m);
        longest[m] = Math.max(longest[m], record.repeats.longest(m));
        rate[m] = record.lone ? rate[m] : Math.max(rate[m], often);
        now.sparse[m] |= record.repeats.sparse(m);
      }
    }
    double young = YOUNG_WINDOWS * StrictMath.pow(0.5, ageDays);
    for (int h = 0; h < now.hosts; h++) {
      now.stuck[h] = stuck(now, h, young);
    }
  }

  private double stuck(Comparison now, int h, double young) {
    double stuck = 0;
    for (int m = 0; m < now.metrics && now.records[h].repeats.anyRuns(); m++) {
      double run = now.records[h].repeats.run(m) / now.records[h].taught.factor(m);
      if (run > 0 && rate[m] <= COARSE_RATE && moves(now, h, m)) {
        stuck = Math.max(stuck, run / (LONGER_WINDOWS + TIMES_LONGER * longest[m] + young));
      }
    }
    return stuck;
  }

  /** A metric that hardly moves as far as matters may as well stand still. */
  private static boolean moves(Comparison now, int h, int m) {
    HostBaseline baseline = now.records[h].baseline;
    return Math.sqrt(baseline.variance(m)) > baseline.floor(m);
  }
}
