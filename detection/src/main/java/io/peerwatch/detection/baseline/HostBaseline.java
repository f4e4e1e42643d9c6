package io.peerwatch.detection.baseline;

import static io.peerwatch.detection.baseline.Doubles.clip;
import static io.peerwatch.detection.baseline.LearningSteps.step;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

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

  /** How many figures are kept of each metric. */
  private static final int FIGURES = 9;

  /** Values of a metric before its updates are clipped. */
  static final int UNCLIPPED = 16;

  static final double OWN_CLIP = 4;
  static final double LEVEL_CLIP = 3;
  static final double SPREAD_CLIP = 4;
  static final double SLOPE_MIN = 0.4;
  static final double SLOPE_MAX = 2.5;

  /** Standard deviations in a mean absolute deviation of a normal distribution. */
  static final double SD_PER_MAD = 1.2533141373155003;

  /** Values that weigh as much as the group's pooled spread. */
  static final double POOLED_WEIGHT = 60;

  /** Days of prior belief: that the time of day makes no difference, that slopes are 1. */
  static final double DAY_PRIOR = 1;

  private BaselineColumns in;
  private int at;

  /** Of a host of which nothing is known, by itself until {@link #moveTo}. */
  public HostBaseline() {
    in = new BaselineColumns(1);
  }

  /** From now on it is kept in the columns of its group, at this place. */
  public void moveTo(BaselineColumns columns, int host) {
    columns.copy(host, in, at);
    in = columns;
    at = host;
  }

  /** Its place in the columns of its group. */
  public int place() {
    return at;
  }

  /** Makes room for more metrics. */
  public void grow(int metrics) {
    in.grow(metrics);
  }

  /** Windows in which the metric was seen. */
  public double seen(int m) {
    return in.seen[m][at];
  }

  public double mean(int m) {
    return in.mean[m][at];
  }

  /** Moves what is usual at once, because a person said so. */
  public void setMean(int m, double transformed) {
    in.mean[m][at] = transformed;
  }

  public double variance(int m) {
    return in.variance[m][at];
  }

  public double spread(int m) {
    return in.spread[m][at];
  }

  /** Smallest difference that matters, in transformed units. */
  public double floor(int m) {
    return in.floor[m][at];
  }

  public void setFloor(int m, double transformed) {
    in.floor[m][at] = transformed;
  }

  /** One standard unit in transformed units; above 0. */
  public double scale(int m) {
    return Math.max(Math.sqrt(in.variance[m][at]), in.floor[m][at]);
  }

  /** The transformed value in the host's own standard units. */
  public double normalised(int m, double y) {
    return (y - in.mean[m][at]) / scale(m);
  }

  /** What peers at c and the learned difference to them make likely, in standard units. */
  public double expected(int m, double c, TimeOfDay day) {
    return in.slope[m][at] * c + in.level[m][at] + day.of(in.dayBias, m, at);
  }

  /**
   * How far the host usually is from what is expected at this time of day, in standard units; never
   * under a third of the smallest difference that matters, so that only what is larger than that
   * difference reaches three spreads.
   */
  public double spreadAt(int m, TimeOfDay day, GroupBaseline group) {
    double own = in.spread[m][at];
    double pooled = group.spread(m);
    double weight = Double.isNaN(pooled) ? 1 : in.seen[m][at] / (in.seen[m][at] + POOLED_WEIGHT);
    double blend = weight * own + (1 - weight) * (Double.isNaN(pooled) ? own : pooled);
    double ofDay = 0.5 * day.of(in.daySpread, m, at) + 0.5 * group.daySpread(m, day);
    return Math.max(blend * ofDay, in.floor[m][at] / (3 * scale(m)));
  }

  /** Takes in the first value of a metric. */
  public void begin(int m, double y, GroupBaseline group) {
    in.mean[m][at] = y;
    double pooled = group.variance(m);
    in.variance[m][at] = Double.isNaN(pooled) ? 0 : pooled;
    double spreadOfPeers = group.spread(m);
    in.spread[m][at] = Double.isNaN(spreadOfPeers) ? 1 : spreadOfPeers;
    in.seen[m][at] = 1;
  }

  /** Takes in one more value for which there were no peers. */
  public void learnAlone(int m, double y, LearningSteps steps) {
    double off = y - in.mean[m][at];
    double step = step(steps.location(), in.seen[m][at]);
    in.variance[m][at] += step * (off * off - in.variance[m][at]);
    in.mean[m][at] += step * off;
    in.seen[m][at]++;
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
    double n = in.seen[m][at];
    boolean clipped = n >= UNCLIPPED;
    double scale = scale(m);
    learnLocation(m, y, c, scale, factor, steps, group);
    double error = clipped ? clip(d, LEVEL_CLIP * s) : d;
    double prior = DAY_PRIOR * steps.windowsPerDay();
    in.level[m][at] += factor * step(steps.level(), n) * error;
    double slopeStep = factor * Math.max(steps.location(), 1 / (n + prior / 8));
    in.slope[m][at] += slopeStep * clip(error * c, LEVEL_CLIP * s) / (1 + c * c);
    in.slope[m][at] += 0.05 * slopeStep * (1 - in.slope[m][at]);
    in.slope[m][at] = Math.max(SLOPE_MIN, Math.min(SLOPE_MAX, in.slope[m][at]));
    double visits = n / TimeOfDay.BINS;
    double dayStep = factor * Math.max(steps.day(), 1 / (visits + prior / 4));
    if (sparse) {
      day.clear(in.dayBias, m, at);
    } else {
      day.add(in.dayBias, m, at, dayStep * error);
    }
    learnSpread(m, d, s, factor, clipped, day, dayStep, steps);
    in.seen[m][at] = n + factor;
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
    double n = in.seen[m][at];
    boolean joining = n < steps.windowsPerDay() && group.age() > 2 * n + steps.windowsPerDay();
    double prior = joining ? steps.windowsPerDay() : 0;
    double off = y - (joining ? scale * in.slope[m][at] * c : 0) - in.mean[m][at];
    if (n >= UNCLIPPED) {
      off = clip(off, OWN_CLIP * scale);
    }
    double stepMean = factor * step(steps.location(), n);
    double spreadStep = factor * step(steps.location(), n + prior);
    double square = joining ? scale * scale : off * off;
    in.variance[m][at] += spreadStep * (square - in.variance[m][at]);
    in.mean[m][at] += stepMean * off;
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
    double ofDay = day.of(in.daySpread, m, at);
    in.spread[m][at] +=
        factor * step(steps.spread(), in.seen[m][at]) * (size / ofDay - in.spread[m][at]);
    double ratio = in.spread[m][at] > 0 ? Math.min(SPREAD_CLIP, size / in.spread[m][at]) : 1;
    day.add(in.daySpread, m, at, dayStep * (ratio - ofDay));
  }

  public void write(DataOutput out) throws IOException {
    for (double[] values : in.of(at)) {
      Doubles.write(values, out);
    }
  }

  public static HostBaseline read(DataInput in) throws IOException {
    HostBaseline read = new HostBaseline();
    double[][] figures = new double[FIGURES][];
    for (int f = 0; f < FIGURES; f++) {
      figures[f] = Doubles.read(in);
    }
    read.in.set(0, figures);
    return read;
  }
}
