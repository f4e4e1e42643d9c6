package io.peerwatch.detection.baseline;

import static io.peerwatch.detection.baseline.Doubles.clip;
import static io.peerwatch.detection.baseline.LearningSteps.step;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What one host is usually like, by metric: on its own, and against its peers.
 *
 * <pre>
 *   u = (y − mean) / scale                          its own standard units
 *   d = u − slope · c − level − dayBias(t)          what its peers' median c does not explain
 *   z = d / spread(t)                               in spreads
 * </pre>
 *
 * y is the value after the metric's transform. No figure learns from more than a clipped step, and
 * a suspect learns {@link LearningSteps#SUSPECT_FACTOR} times as fast, so that a fault is not
 * learned as normal.
 */
public final class HostBaseline {

  /** Values of a metric before its updates are clipped. */
  private static final int UNCLIPPED = 16;

  private static final double OWN_CLIP = 4;
  private static final double LEVEL_CLIP = 3;
  private static final double SPREAD_CLIP = 4;
  private static final double SLOPE_MIN = 0.4;
  private static final double SLOPE_MAX = 2.5;

  /** Standard deviations in a mean absolute deviation of a normal distribution. */
  private static final double SD_PER_MAD = 1.2533141373155003;

  /** Values that weigh as much as the group's pooled spread. */
  private static final double POOLED_WEIGHT = 60;

  /** Days of prior belief: that the time of day makes no difference, that slopes are 1. */
  private static final double DAY_PRIOR = 1;

  private double[] seen;
  private double[] mean;
  private double[] variance;
  private double[] floor;
  private double[] level;
  private double[] slope;
  private double[] spread;
  private double[] dayBias;
  private double[] daySpread;

  public HostBaseline() {
    seen = mean = variance = floor = level = slope = spread = dayBias = daySpread = new double[0];
  }

  /** Makes room for more metrics. */
  public void grow(int metrics) {
    seen = Doubles.grown(seen, metrics, 0);
    mean = Doubles.grown(mean, metrics, 0);
    variance = Doubles.grown(variance, metrics, 0);
    floor = Doubles.grown(floor, metrics, 0);
    level = Doubles.grown(level, metrics, 0);
    slope = Doubles.grown(slope, metrics, 1);
    spread = Doubles.grown(spread, metrics, 0);
    dayBias = Doubles.grown(dayBias, metrics * TimeOfDay.BINS, 0);
    daySpread = Doubles.grown(daySpread, metrics * TimeOfDay.BINS, 1);
  }

  /** Windows in which the metric was seen. */
  public double seen(int m) {
    return seen[m];
  }

  public double mean(int m) {
    return mean[m];
  }

  public double variance(int m) {
    return variance[m];
  }

  public double spread(int m) {
    return spread[m];
  }

  /** Smallest difference that matters, in transformed units. */
  public double floor(int m) {
    return floor[m];
  }

  public void setFloor(int m, double transformed) {
    floor[m] = transformed;
  }

  /** One standard unit in transformed units; above 0. */
  public double scale(int m) {
    return Math.max(Math.sqrt(variance[m]), floor[m]);
  }

  /** The transformed value in the host's own standard units. */
  public double normalised(int m, double y) {
    return (y - mean[m]) / scale(m);
  }

  /** What peers at c and the learned difference to them make likely, in standard units. */
  public double expected(int m, double c, TimeOfDay day) {
    return slope[m] * c + level[m] + day.of(dayBias, m);
  }

  /**
   * How far the host usually is from what is expected at this time of day, in standard units; never
   * under a third of the smallest difference that matters, so that only what is larger than that
   * difference reaches three spreads.
   */
  public double spreadAt(int m, TimeOfDay day, GroupBaseline group) {
    double own = spread[m];
    double pooled = group.spread(m);
    double weight = Double.isNaN(pooled) ? 1 : seen[m] / (seen[m] + POOLED_WEIGHT);
    double blend = weight * own + (1 - weight) * (Double.isNaN(pooled) ? own : pooled);
    double ofDay = 0.5 * day.of(daySpread, m) + 0.5 * group.daySpread(m, day);
    return Math.max(blend * ofDay, floor[m] / (3 * scale(m)));
  }

  /** Takes in the first value of a metric. */
  public void begin(int m, double y, GroupBaseline group) {
    mean[m] = y;
    double pooled = group.variance(m);
    variance[m] = Double.isNaN(pooled) ? 0 : pooled;
    double spreadOfPeers = group.spread(m);
    spread[m] = Double.isNaN(spreadOfPeers) ? 1 : spreadOfPeers;
    seen[m] = 1;
  }

  /** Takes in one more value for which there were no peers. */
  public void learnAlone(int m, double y, LearningSteps steps) {
    double off = y - mean[m];
    double step = step(steps.location(), seen[m]);
    variance[m] += step * (off * off - variance[m]);
    mean[m] += step * off;
    seen[m]++;
  }

  /**
   * Takes in one more value.
   *
   * @param c peers' median in standard units
   * @param d residual in standard units
   * @param s spread by which it was judged
   * @param factor 1, or less for a suspect
   * @param sparse whether the metric hardly ever changes: then it has no habits of the day, and any
   *     that were learned are given up
   */
  public void learn(
      int m,
      double y,
      double c,
      double d,
      double s,
      double factor,
      boolean sparse,
      TimeOfDay day,
      LearningSteps steps,
      GroupBaseline group) {
    double n = seen[m];
    boolean clipped = n >= UNCLIPPED;
    double scale = scale(m);
    learnLocation(m, y, c, scale, factor, steps, group);
    double error = clipped ? clip(d, LEVEL_CLIP * s) : d;
    double prior = DAY_PRIOR * steps.windowsPerDay();
    level[m] += factor * step(steps.level(), n) * error;
    double slopeStep = factor * Math.max(steps.location(), 1 / (n + prior / 8));
    slope[m] += slopeStep * clip(error * c, LEVEL_CLIP * s) / (1 + c * c);
    slope[m] += 0.05 * slopeStep * (1 - slope[m]);
    slope[m] = Math.max(SLOPE_MIN, Math.min(SLOPE_MAX, slope[m]));
    double visits = n / TimeOfDay.BINS;
    double dayStep = factor * Math.max(steps.day(), 1 / (visits + prior / 4));
    if (sparse) {
      day.clear(dayBias, m);
    } else {
      day.add(dayBias, m, dayStep * error);
    }
    learnSpread(m, d, s, factor, clipped, day, dayStep, steps);
    seen[m] = n + factor;
  }

  /**
   * A host that joins an old group hasn't seen the day yet: its mean is learned from how it differs
   * from its peers, its scale from theirs.
   */
  private void learnLocation(
      int m,
      double y,
      double c,
      double scale,
      double factor,
      LearningSteps steps,
      GroupBaseline group) {
    double n = seen[m];
    boolean joining = n < steps.windowsPerDay() && group.age() > 2 * n + steps.windowsPerDay();
    double prior = joining ? steps.windowsPerDay() : 0;
    double off = y - (joining ? scale * slope[m] * c : 0) - mean[m];
    if (n >= UNCLIPPED) {
      off = clip(off, OWN_CLIP * scale);
    }
    double stepMean = factor * step(steps.location(), n);
    double spreadStep = factor * step(steps.location(), n + prior);
    double square = joining ? scale * scale : off * off;
    variance[m] += spreadStep * (square - variance[m]);
    mean[m] += stepMean * off;
  }

  private void learnSpread(
      int m,
      double d,
      double s,
      double factor,
      boolean clipped,
      TimeOfDay day,
      double dayStep,
      LearningSteps steps) {
    double size = Math.abs(d) * SD_PER_MAD;
    if (clipped) {
      size = Math.min(size, SPREAD_CLIP * s);
    }
    double ofDay = day.of(daySpread, m);
    spread[m] += factor * step(steps.spread(), seen[m]) * (size / ofDay - spread[m]);
    double ratio = spread[m] > 0 ? Math.min(SPREAD_CLIP, size / spread[m]) : 1;
    day.add(daySpread, m, dayStep * (ratio - ofDay));
  }

  public void write(DataOutput out) throws IOException {
    for (double[] values : all()) {
      Doubles.write(values, out);
    }
  }

  public static HostBaseline read(DataInput in) throws IOException {
    HostBaseline read = new HostBaseline();
    read.seen = Doubles.read(in);
    read.mean = Doubles.read(in);
    read.variance = Doubles.read(in);
    read.floor = Doubles.read(in);
    read.level = Doubles.read(in);
    read.slope = Doubles.read(in);
    read.spread = Doubles.read(in);
    read.dayBias = Doubles.read(in);
    read.daySpread = Doubles.read(in);
    return read;
  }

  private Iterable<double[]> all() {
    return Arrays.asList(seen, mean, variance, floor, level, slope, spread, dayBias, daySpread);
  }
}
