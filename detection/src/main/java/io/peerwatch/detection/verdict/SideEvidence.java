package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.FloatColumns;
import io.peerwatch.detection.baseline.Forgetting;
import io.peerwatch.detection.baseline.HostBaseline;
import io.peerwatch.detection.evidence.Following;
import io.peerwatch.detection.evidence.Repeats;
import io.peerwatch.detection.evidence.Window;
import java.util.Arrays;

/**
 * What sizes of deviations don't tell: whether hosts trail behind their group, and whether their
 * values repeat themselves.
 */
final class SideEvidence {

  private static final double SPREAD_MIN = 0.1;

  /** A run is odd when it is so many times as long as the longest of the group, and a little. */
  private static final double TIMES_LONGER = 2;

  private static final double LONGER_WINDOWS = 3;

  /** A metric that repeats itself in more windows than this on any host is coarse: no proof. */
  private static final double COARSE_RATE = 0.1;

  /** Days after which half of a longest run is forgotten. */
  private static final double RUN_HALF_LIFE_DAYS = 14;

  /** What is added to an odd run while the group is young; it halves with every day. */
  private static final double YOUNG_WINDOWS = 48;

  private final Forgetting ofRuns = new Forgetting(RUN_HALF_LIFE_DAYS);
  private double[] spreads = new double[0];
  private final Window window = new Window();
  private float[][] whitened = new float[0][];

  /** By metric: the longest run of any host, and the highest rate of repetitions. */
  private double[] longest = new double[0];

  private double[] rate = new double[0];

  /** Lets every host of the window take in both. */
  void add(Comparison now, GroupMemory memory, double windowDays) {
    follow(now, memory, windowDays);
    repeat(now, memory.baseline.age() * windowDays, windowDays);
  }

  private void follow(Comparison now, GroupMemory memory, double windowDays) {
    spreads = Doubles.grown(spreads, now.metrics, 0);
    for (int m = 0; m < now.metrics; m++) {
      spreads[m] = Math.max(SPREAD_MIN, memory.baseline.spread(m));
    }
    double step = Math.min(1, windowDays);
    memory.echo.add(
        now.groupMedian, spreads, now.hosts, step, memory.whitening, memory.persistence);
    float[][] w = now.w;
    if (now.atEqualWork.applies()) {
      int places = now.baselines.hosts();
      whitened = FloatColumns.room(whitened, now.metrics, places);
      w = whitened;
      float[][] whole = now.atEqualWork.whole(now);
      memory.whitening.apply(whole, now.deviations.told(), now.metrics, places, w);
    }
    Following following = now.evidence.following;
    following.begin(memory.echo);
    now.deviations.each(window, w, () -> following.add(window, memory.echo, memory.persistence));
    for (int h = 0; h < now.hosts; h++) {
      following.end(now.place[h]);
    }
  }

  private void repeat(Comparison now, double ageDays, double windowDays) {
    longest = Doubles.grown(longest, now.metrics, 0);
    rate = Doubles.grown(rate, now.metrics, 0);
    Arrays.fill(rate, Double.NaN);
    double kept = 1 - ofRuns.step(windowDays);
    Repeats repeats = now.evidence.repeats;
    repeats.begin();
    for (int h = 0; h < now.hosts; h++) {
      repeats.reports(now.place[h], !now.records[h].lone, kept);
    }
    for (int m = 0; m < now.metrics; m++) {
      repeats.add(m, now.raw(m));
      repeats.setSparse(m, repeats.mayBeSparse(m) && anySparse(now, repeats, m));
    }
    for (int h = 0; h < now.hosts; h++) {
      now.stuck[h] = repeats.anyRuns(now.place[h]) ? stuck(now, h, repeats, ageDays) : 0;
    }
  }

  /** Of hosts that do not report, too: what is asked is whether anybody has to be asked. */
  private static boolean anySparse(Comparison now, Repeats repeats, int m) {
    for (int at = 0; at < now.baselines.hosts(); at++) {
      if (repeats.sparse(at, m)) {
        return true;
      }
    }
    return false;
  }

  private double stuck(Comparison now, int h, Repeats repeats, double ageDays) {
    double young = YOUNG_WINDOWS * StrictMath.pow(0.5, ageDays);
    double stuck = 0;
    for (int m = 0; m < now.metrics; m++) {
      double run = repeats.run(now.place[h], m) / now.records[h].taught.factor(m);
      if (run > 0 && moves(now, h, m)) {
        survey(now, repeats, m);
        boolean coarse = rate[m] > COARSE_RATE;
        double odd = run / (LONGER_WINDOWS + TIMES_LONGER * longest[m] + young);
        stuck = coarse ? stuck : Math.max(stuck, odd);
      }
    }
    return stuck;
  }

  /** Looks at all hosts, once a window, where one of them repeats itself. */
  private void survey(Comparison now, Repeats repeats, int m) {
    if (!Double.isNaN(rate[m])) {
      return;
    }
    longest[m] = 0;
    rate[m] = 0;
    for (int h = 0; h < now.hosts; h++) {
      longest[m] = Math.max(longest[m], repeats.longest(now.place[h], m));
      double often = now.records[h].lone ? 0 : repeats.rate(now.place[h], m);
      rate[m] = Math.max(rate[m], often);
    }
  }

  /** A metric that hardly moves as far as matters may as well stand still. */
  private static boolean moves(Comparison now, int h, int m) {
    HostBaseline baseline = now.records[h].baseline;
    return Math.sqrt(baseline.variance(m)) > baseline.floor(m);
  }
}
