package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.Forgetting;
import io.peerwatch.detection.baseline.LearningSteps;
import io.peerwatch.detection.baseline.TimeOfDay;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How a group moves as a whole: the peers' median of each metric against its own last hour and its
 * own time of day, in spreads, whitened over metrics, because load takes many with it every day.
 *
 * <pre>
 *   channel = the smaller of the last two windows'  Σ_m (min(w², 60) − 4)⁺
 * </pre>
 *
 * so that a metric which moves for the first time tells as much as all that move together, and one
 * odd window is no shift. What one metric brings is bounded well above usual thresholds (20 to 35):
 * no sensor of one host moves a median of many, so that a metric that moved far enough is a shift
 * by itself. The level that a shift left is kept while the shift is {@linkplain #hold() held}: it
 * lasts while the medians still look as they did at its worst.
 */
public final class GroupMotion {
  private static final double LEVEL_HALF_LIFE_DAYS = 1.0 / 24;
  private static final double SPREAD_MIN = 0.1;
  private static final double CLIP = 8;
  private static final double GAIN_MAX = 60;
  private static final double RARE = 4;
  private static final double SD_PER_MAD = 1.2533141373155003;

  private final GroupLevel left = new GroupLevel();
  private final Forgetting ofLevel = new Forgetting(LEVEL_HALF_LIFE_DAYS);
  private Whitening whitening = new Whitening();
  private double[] seen = new double[0];
  private double[] level = new double[0];
  private double[] spread = new double[0];
  private double[] dayBias = new double[0];
  private double before;
  private double now;
  private double[] deviation = new double[0];
  private double[] whitened = new double[0];

  public void grow(int metrics) {
    seen = Doubles.grown(seen, metrics, 0);
    level = Doubles.grown(level, metrics, 0);
    spread = Doubles.grown(spread, metrics, 1);
    deviation = Doubles.grown(deviation, metrics, Double.NaN);
    whitened = Doubles.grown(whitened, metrics, Double.NaN);
    dayBias = Doubles.grown(dayBias, metrics * TimeOfDay.BINS, 0);
    whitening.grow(metrics);
    left.grow(metrics);
  }

  /** Compares the medians of a window with what they were; NaN where a metric is missing. */
  public void compare(double[] medians, int metrics, TimeOfDay day) {
    for (int m = 0; m < metrics; m++) {
      deviation[m] = seen[m] < 2 ? Double.NaN : (medians[m] - usual(m, day)) / spread(m);
      deviation[m] = Doubles.clip(deviation[m], CLIP);
    }
    whitening.apply(deviation, whitened, 0, metrics);
    double sum = 0;
    for (int m = 0; m < metrics; m++) {
      double square = whitened[m] * whitened[m];
      sum += square > RARE ? Math.min(GAIN_MAX, square) - RARE : 0;
    }
    before = now;
    now = sum;
    for (int m = 0; m < metrics && left.held(); m++) {
      left.compare(m, (medians[m] - left.level(m) - day.of(dayBias, m)) / spread(m));
    }
  }

  /** The channel of the window compared last. */
  public double channel() {
    return Math.min(before, now);
  }

  /** From here on the level that the group had stays what it is compared with. */
  public void hold() {
    left.hold(level, deviation);
  }

  /** The group is where it was: coming back is no shift. */
  public void comeBack() {
    left.copyTo(level);
    left.release();
  }

  /** The group is taken to stay where it is. */
  public void release() {
    left.release();
  }

  /** Of what a held shift looked like at its worst, how much is left: 1 is all of it. */
  public double likeness() {
    return left.likeness();
  }

  /** Where the median was to be expected, in standard units. */
  public double expected(int m, TimeOfDay day) {
    return left.held() ? left.level(m) + day.of(dayBias, m) : usual(m, day);
  }

  private double usual(int m, TimeOfDay day) {
    return level[m] + day.of(dayBias, m);
  }

  /** Deviation of the median in the window compared last, in spreads; NaN where missing. */
  public double deviation(int m) {
    return left.held() ? left.deviation(m) : deviation[m];
  }

  public double spread(int m) {
    return Math.max(SPREAD_MIN, spread[m]);
  }

  public void learn(double[] medians, int metrics, TimeOfDay day, LearningSteps steps) {
    double follow = ofLevel.step(1 / steps.windowsPerDay());
    whitening.learn(deviation, 0, metrics);
    whitening.endWindow(steps);
    for (int m = 0; m < metrics; m++) {
      if (Double.isNaN(medians[m])) {
        continue;
      }
      double error = medians[m] - usual(m, day);
      double clipped = seen[m] < 16 ? error : Doubles.clip(error, 4 * spread(m));
      level[m] += Math.max(follow, 1 / (seen[m] + 1)) * error;
      double visits = seen[m] / TimeOfDay.BINS + steps.windowsPerDay() / 4;
      day.add(dayBias, m, Math.max(steps.day(), 1 / visits) * clipped);
      double size = Math.abs(clipped) * SD_PER_MAD;
      spread[m] += LearningSteps.step(steps.spread(), seen[m]) * (size - spread[m]);
      seen[m]++;
    }
  }

  /** Makes the whitening follow what was learned. */
  public void solve() {
    whitening.solve();
  }

  public void write(DataOutput out) throws IOException {
    Doubles.write(seen, out);
    Doubles.write(level, out);
    Doubles.write(spread, out);
    Doubles.write(dayBias, out);
    out.writeDouble(before);
    out.writeDouble(now);
    whitening.write(out);
    left.write(out);
  }

  public void readInto(DataInput in) throws IOException {
    seen = Doubles.read(in);
    level = Doubles.read(in);
    spread = Doubles.read(in);
    dayBias = Doubles.read(in);
    before = in.readDouble();
    now = in.readDouble();
    whitening = Whitening.read(in);
    left.readInto(in);
    deviation = new double[seen.length];
    whitened = new double[seen.length];
    Arrays.fill(deviation, Double.NaN);
  }
}
