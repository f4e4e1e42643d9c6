package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.FloatColumns;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Whether hosts have been off for hours, by however little: as {@link Departure}'s <em>lasting</em>
 * with a longer memory.
 *
 * <pre>
 *   lingering = Σ_m (EWMA(w)² / variance  − 4)⁺      span 48
 * </pre>
 *
 * The variance is what wandering as {@link Persistence} knows it gives such a mean, or what such
 * means of the group's hosts were seen to have, whichever is more ({@link UsualLeaving}). Only what
 * the mean of the last hour still shows counts, so that a trouble that is over does not go on.
 */
public final class Lingering {
  private static final float SPAN_STEP = 2f / 49;

  /** Less than elsewhere: a wild window must not be remembered for hours. */
  private static final float CLIP = 4;

  /** Makes a large number of any that is above 0. */
  private static final float HUGE = 1e30f;

  private final FloatColumns mean;

  /** Of this window, summed over metrics. */
  private final float[] sums;

  Lingering(int hosts) {
    mean = new FloatColumns(hosts, 0);
    sums = new float[hosts];
  }

  void grow(int metrics) {
    mean.grow(metrics);
  }

  void begin() {
    Arrays.fill(sums, 0);
  }

  /**
   * Takes in one metric of the window, which the trails have taken in.
   *
   * @param lately means of the last hour
   */
  void add(Window now, float[] newest, float[] lately, Persistence persistence) {
    float[] means = mean.of(now.metric);
    take(now, now.told, now.wanders, newest, means);
    float perVariance = perVariance((float) persistence.ratio(now.metric));
    sum(now.from, now.to, lately, means, perVariance / persistence.leaving().excess(now.metric));
  }

  /** Lets the group learn how much such means vary, of hosts from one place up to another. */
  void teach(int m, int from, int to, Persistence persistence, float[] teaches) {
    float perVariance = perVariance((float) persistence.ratio(m));
    persistence.leaving().learnMeans(m, from, to, mean.of(m), perVariance, teaches);
  }

  private static float perVariance(float ratio) {
    float kept = (1 - SPAN_STEP) * ratio;
    return (2 - SPAN_STEP) / SPAN_STEP * (1 - kept) / (1 + kept);
  }

  private static void take(
      Window now, float[] told, float[] wanders, float[] newest, float[] means) {
    int to = now.to;
    for (int i = now.from; i < to; i++) {
      float clipped = Math.max(-CLIP, Math.min(CLIP, newest[i]));
      means[i] = means[i] + SPAN_STEP * told[i] * wanders[i] * (clipped - means[i]);
    }
  }

  private void sum(int from, int to, float[] lately, float[] means, float perVariance) {
    float[] gains = sums;
    for (int i = from; i < to; i++) {
      float of = means[i];
      float still = (lately[i] * of - of * of / 2) * HUGE;
      float gain = Math.min(still, Math.min(Departure.GAIN_MAX, of * of * perVariance));
      gains[i] = gains[i] + Math.max(0, gain - Departure.RARE);
    }
  }

  /** How surely the host has been off for hours of windows of five minutes; at least 0. */
  float of(int host) {
    return sums[host];
  }

  void forget(int host) {
    mean.set(host, 0);
    sums[host] = 0;
  }

  void copy(int host, Lingering from, int fromHost) {
    mean.copy(host, from.mean, fromHost);
  }

  void write(int host, DataOutput out) throws IOException {
    mean.write(host, out);
  }

  void read(int host, int metrics, DataInput in) throws IOException {
    mean.read(host, metrics, in);
  }
}
