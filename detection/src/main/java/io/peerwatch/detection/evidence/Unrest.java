package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.FloatColumns;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Whether hosts move more from window to window than they use to, wherever they are: noise that
 * grew, values that come and go, spikes again and again.
 *
 * <pre>
 *   q         = EWMA(min(e², 9))                       span 24; e as in {@link Departure}
 *   restless  = Σ_m ((q − mean)² / variance / (1 + 2/3 · (q − mean) / mean) − 4)⁺   where q &gt; mean
 * </pre>
 *
 * Mean and variance of q are {@link UsualUnrest}'s. The divisor makes of the square about what the
 * likelihood ratio of a grown variance is, {@code n (r − 1 − ln r)}: sums of squares have long
 * tails. Squares are held, so that one wild window does not do it.
 */
public final class Unrest {
  private static final float SPAN_STEP = 2f / 25;
  private static final float SQUARE_MAX = 9;

  private final FloatColumns squares;

  /** Of this window, summed over metrics. */
  private final float[] sums;

  Unrest(int hosts) {
    squares = new FloatColumns(hosts, 1);
    sums = new float[hosts];
  }

  void grow(int metrics) {
    squares.grow(metrics);
  }

  void begin() {
    Arrays.fill(sums, 0);
  }

  /**
   * Takes in one metric of the window.
   *
   * @param fresh what is new about deviations
   */
  void add(Window now, float[] fresh, UsualUnrest usual) {
    float[] means = squares.of(now.metric);
    take(now, now.told, now.wanders, fresh, means);
    sum(now.from, now.to, means, usual.mean(now.metric), usual.variance(now.metric));
  }

  private static void take(
      Window now, float[] told, float[] wanders, float[] fresh, float[] means) {
    int to = now.to;
    for (int i = now.from; i < to; i++) {
      float square = Math.min(SQUARE_MAX, fresh[i] * fresh[i]);
      means[i] = means[i] + SPAN_STEP * told[i] * wanders[i] * (square - means[i]);
    }
  }

  private void sum(int from, int to, float[] means, float mean, float variance) {
    float perVariance = 1 / variance;
    float perMean = 2 / (3 * mean);
    float[] gains = sums;
    for (int i = from; i < to; i++) {
      float more = Math.max(0, means[i] - mean);
      float gain = more * more * perVariance / (1 + more * perMean);
      gains[i] = gains[i] + Math.max(0, Math.min(Departure.GAIN_MAX, gain) - Departure.RARE);
    }
  }

  /** By host: how much one metric moves. */
  float[] squares(int m) {
    return squares.of(m);
  }

  /** How surely the host moves more than usual; at least 0. */
  float of(int host) {
    return sums[host];
  }

  void forget(int host) {
    squares.set(host, 1);
    sums[host] = 0;
  }

  void copy(int host, Unrest from, int fromHost) {
    squares.copy(host, from.squares, fromHost);
  }

  void write(int host, DataOutput out) throws IOException {
    squares.write(host, out);
  }

  void read(int host, int metrics, DataInput in) throws IOException {
    squares.read(host, metrics, in);
  }
}
