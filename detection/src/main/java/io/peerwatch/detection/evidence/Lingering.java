package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.FloatColumns;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Whether hosts have been off for hours, by however little, and more than they use to be: as {@link
 * Departure}'s <em>lasting</em> with a longer memory.
 *
 * <pre>
 *   r         = EWMA(w)² / variance                          span 48
 *   habit     = EWMA(min(r, 9 habit))                        by host and metric, half-life 4 days
 *   lingering = Σ_m (r / max(1, habit)  − 4)⁺
 * </pre>
 *
 * The variance is what wandering as {@link Persistence} knows it gives such a mean. Hosts that
 * drift by themselves, or whose days are not known well, have means that vary more than that: it is
 * their habit, and only what goes beyond it tells. Only what the mean of the last hour still shows
 * counts, so that a trouble that is over does not go on.
 */
final class Lingering {
  /** Held to less than elsewhere: a wild window must not be remembered for hours. */
  private static final SlowMean LAST_HOURS = new SlowMean(2f / 49, 4);

  /** A mean further off, in squared spreads of its habit, teaches as if it were so far. */
  private static final float FAR = 9;

  /** Makes a large number of any that is above 0. */
  private static final float HUGE = 1e30f;

  private final FloatColumns mean;
  private final FloatColumns habit;

  /** Of this window, summed over metrics. */
  private final float[] sums;

  Lingering(int hosts) {
    mean = new FloatColumns(hosts, 0);
    habit = new FloatColumns(hosts, 1);
    sums = new float[hosts];
  }

  void grow(int metrics) {
    mean.grow(metrics);
    habit.grow(metrics);
  }

  void begin() {
    Arrays.fill(sums, 0);
  }

  /**
   * Takes in one metric of the window.
   *
   * @param newest deviations of this window
   * @param lately their means of the last hour
   * @param ratio what is left of a deviation a window later
   */
  void add(Window now, float[] newest, float[] lately, float ratio) {
    float[] means = mean.of(now.metric);
    LAST_HOURS.take(now, newest, means);
    sum(now.from, now.to, LAST_HOURS.perVariance(ratio), lately, means, habit.of(now.metric));
  }

  private void sum(
      int from, int to, float perVariance, float[] lately, float[] means, float[] habits) {
    float[] gains = sums;
    for (int i = from; i < to; i++) {
      float of = means[i];
      float still = (lately[i] * of - of * of / 2) * HUGE;
      float far = of * of * perVariance / Math.max(1, habits[i]);
      float gain = Math.min(still, Math.min(Departure.GAIN_MAX, far));
      gains[i] = gains[i] + Math.max(0, gain - Departure.RARE);
    }
  }

  /**
   * Lets hosts, from one place up to another, learn what is usual of themselves.
   *
   * @param teaches by host, 1 where it is to be learned from, else 0
   * @param step how far a habit goes towards a new value
   */
  void learn(int m, int from, int to, float ratio, float[] teaches, float step) {
    float perVariance = LAST_HOURS.perVariance(ratio);
    float[] means = mean.of(m);
    float[] habits = habit.of(m);
    for (int i = from; i < to; i++) {
      float far = Math.min(FAR * habits[i], means[i] * means[i] * perVariance);
      habits[i] = habits[i] + step * teaches[i] * (far - habits[i]);
    }
  }

  /** How surely the host has been off for hours of windows of five minutes; at least 0. */
  float of(int host) {
    return sums[host];
  }

  /** Forgets the mean of the last hours; habits stay. */
  void forget(int host) {
    mean.set(host, 0);
    sums[host] = 0;
  }

  void copy(int host, Lingering from, int fromHost) {
    mean.copy(host, from.mean, fromHost);
    habit.copy(host, from.habit, fromHost);
  }

  void write(int host, DataOutput out) throws IOException {
    mean.write(host, out);
    habit.write(host, out);
  }

  void read(int host, int metrics, DataInput in) throws IOException {
    mean.read(host, metrics, in);
    habit.read(host, metrics, in);
  }
}
