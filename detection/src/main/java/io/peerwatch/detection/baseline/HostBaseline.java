package io.peerwatch.detection.baseline;

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

  /** Values of a metric before its updates are clipped. */
  static final int UNCLIPPED = 16;

  static final float OWN_CLIP = 4;
  static final float LEVEL_CLIP = 3;
  static final float SPREAD_CLIP = 4;
  static final float SLOPE_MIN = 0.4f;
  static final float SLOPE_MAX = 2.5f;

  /** How much of a slope's step goes back to 1. */
  static final float RIGHTING = 0.05f;

  /** Standard deviations in a mean absolute deviation of a normal distribution. */
  static final float SD_PER_MAD = 1.2533141f;

  /** Values that weigh as much as the group's pooled spread. */
  static final float POOLED_WEIGHT = 60;

  /** Further off is as far off: in transformed units, so far that a square is still a number. */
  static final float OFF_MAX = 1e18f;

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
  public float seen(int m) {
    return in.seen.of(m)[at];
  }

  public double mean(int m) {
    return in.mean.of(m)[at];
  }

  /** Moves what is usual at once, because a person said so. */
  public void setMean(int m, double transformed) {
    in.mean.of(m)[at] = transformed;
  }

  public float variance(int m) {
    return in.variance.of(m)[at];
  }

  public float spread(int m) {
    return in.spread.of(m)[at];
  }

  /** Smallest difference that matters, in transformed units. */
  public float floor(int m) {
    return in.floor.of(m)[at];
  }

  public void setFloor(int m, double transformed) {
    in.floor.of(m)[at] = Math.max((float) transformed, Float.MIN_NORMAL);
  }

  /** One standard unit in transformed units; above 0. */
  public float scale(int m) {
    return Math.max((float) Math.sqrt(variance(m)), floor(m));
  }

  /** The transformed value in the host's own standard units. */
  public float normalised(int m, double y) {
    return clip((float) (y - mean(m)) / scale(m), MetricColumn.U_CLIP);
  }

  /** What peers at c and the learned difference to them make likely, in standard units. */
  public float expected(int m, float c, TimeOfDay day) {
    return in.slope.of(m)[at] * c + in.level.of(m)[at] + day.of(in.dayBias, m, at);
  }

  /**
   * How far the host usually is from what is expected at this time of day, in standard units; never
   * under a third of the smallest difference that matters, so that only what is larger than that
   * difference reaches three spreads.
   */
  public float spreadAt(int m, TimeOfDay day, GroupBaseline group) {
    boolean unknown = Double.isNaN(group.spread(m));
    float pooled = unknown ? 0 : (float) group.spread(m);
    float weight = seen(m) / (seen(m) + (unknown ? 0 : POOLED_WEIGHT));
    float blend = weight * spread(m) + (1 - weight) * pooled;
    float ofGroup = 0.5f * (float) group.daySpread(m, day);
    float ofDay = 0.5f * day.of(in.daySpread, m, at) + ofGroup;
    return Math.max(blend * ofDay, floor(m) / (3 * scale(m)));
  }

  /** Takes in the first value of a metric. */
  public void begin(int m, double y, GroupBaseline group) {
    in.mean.of(m)[at] = y;
    double pooled = group.variance(m);
    in.variance.of(m)[at] = Double.isNaN(pooled) ? 0 : (float) pooled;
    double spreadOfPeers = group.spread(m);
    in.spread.of(m)[at] = Double.isNaN(spreadOfPeers) ? 1 : (float) spreadOfPeers;
    in.seen.of(m)[at] = 1;
  }

  /** Takes in one more value for which there were no peers. */
  public void learnAlone(int m, double y, LearningSteps steps) {
    float off = off(y - mean(m));
    float step = step(steps.location(), seen(m));
    in.variance.of(m)[at] += step * (off * off - variance(m));
    in.mean.of(m)[at] += step * off;
    in.seen.of(m)[at]++;
  }

  /** Held where its square is still a number. */
  private static float off(double difference) {
    return clip((float) difference, OFF_MAX);
  }

  private static float step(double steady, float seen) {
    return Math.max((float) steady, 2 / (seen + 2));
  }

  private static float clip(float value, float limit) {
    return Math.max(-limit, Math.min(limit, value));
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
      float c,
      float d,
      float s,
      float factor,
      boolean sparse,
      TimeOfDay day,
      LearningSteps steps,
      GroupBaseline group) {
    float n = seen(m);
    boolean clipped = n >= UNCLIPPED;
    learnLocation(m, y, c, factor, steps, group);
    float error = clipped ? clip(d, LEVEL_CLIP * s) : d;
    double prior = DAY_PRIOR * steps.windowsPerDay();
    in.level.of(m)[at] += factor * step(steps.level(), n) * error;
    learnSlope(m, c, clip(error * c, LEVEL_CLIP * s), factor, n, prior, steps);
    float ofDay = 1 / (n / TimeOfDay.BINS + (float) (prior / 4));
    float dayStep = factor * Math.max((float) steps.day(), ofDay);
    if (sparse) {
      day.clear(in.dayBias, m, at);
    } else {
      day.add(in.dayBias, m, at, dayStep * error);
    }
    learnSpread(m, d, s, factor, clipped, day, dayStep, steps);
    in.seen.of(m)[at] = n + factor;
  }

  private void learnSlope(
      int m, float c, float product, float factor, float n, double prior, LearningSteps steps) {
    float[] slope = in.slope.of(m);
    float step = factor * Math.max((float) steps.location(), 1 / (n + (float) (prior / 8)));
    slope[at] += step * product / (1 + c * c);
    slope[at] += RIGHTING * step * (1 - slope[at]);
    slope[at] = Math.max(SLOPE_MIN, Math.min(SLOPE_MAX, slope[at]));
  }

  /**
   * A host that joins an old group hasn't seen the day yet: its mean is learned from how it differs
   * from its peers, its scale from theirs.
   */
  private void learnLocation(
      int m, double y, float c, float factor, LearningSteps steps, GroupBaseline group) {
    float n = seen(m);
    float scale = scale(m);
    if (n >= (float) ColumnLearning.knownFrom(steps, group)) {
      learnLocation(m, normalised(m, y), c, scale, factor, steps, group);
      return;
    }
    boolean joining = n < steps.windowsPerDay() && group.age() > 2 * n + steps.windowsPerDay();
    float prior = joining ? (float) steps.windowsPerDay() : 0;
    float ofPeers = joining ? in.slope.of(m)[at] * c : 0;
    float off =
        n >= UNCLIPPED
            ? clip(clip(normalised(m, y) - ofPeers, OWN_CLIP) * scale, OFF_MAX)
            : off(y - mean(m) - scale * ofPeers);
    float stepMean = factor * step(steps.location(), n);
    float spreadStep = factor * step(steps.location(), n + prior);
    float square = joining ? scale * scale : off * off;
    in.variance.of(m)[at] += spreadStep * (square - variance(m));
    in.mean.of(m)[at] += stepMean * off;
  }

  /**
   * Of a host that is apart, the rest is what its peers do: its difference to them is not to become
   * normal, but its units have to follow them, or it would be apart for good once the group moves.
   */
  private void learnLocation(
      int m,
      float u,
      float c,
      float scale,
      float factor,
      LearningSteps steps,
      GroupBaseline group) {
    float follows = seen(m) >= (float) ColumnLearning.followsFrom(steps, group) ? 1 : 0;
    float rest = factor > 0 ? follows * (1 - factor) : 0;
    float off = clip(clip(u, OWN_CLIP) * scale, OFF_MAX);
    float likely = clip(clip(in.slope.of(m)[at] * c, OWN_CLIP) * scale, OFF_MAX);
    float noise = clip(spread(m) * scale, OFF_MAX);
    float square = factor * (off * off) + rest * (likely * likely + noise * noise);
    float step = step(steps.location(), seen(m));
    in.variance.of(m)[at] += step * (square - (factor + rest) * variance(m));
    in.mean.of(m)[at] += step * (factor * off + rest * likely);
  }

  private void learnSpread(
      int m,
      float d,
      float s,
      float factor,
      boolean clipped,
      TimeOfDay day,
      float dayStep,
      LearningSteps steps) {
    float all = Math.abs(d) * SD_PER_MAD;
    float size = clipped ? Math.min(all, SPREAD_CLIP * s) : all;
    float ofDay = day.of(in.daySpread, m, at);
    float[] spread = in.spread.of(m);
    spread[at] += factor * step(steps.spread(), seen(m)) * (size / ofDay - spread[at]);
    float ratio = spread[at] > 0 ? Math.min(SPREAD_CLIP, size / spread[at]) : 1;
    day.add(in.daySpread, m, at, dayStep * (ratio - ofDay));
  }

  public void write(DataOutput out) throws IOException {
    in.write(at, out);
  }

  public static HostBaseline read(DataInput in) throws IOException {
    HostBaseline read = new HostBaseline();
    read.in.read(0, in);
    return read;
  }
}
