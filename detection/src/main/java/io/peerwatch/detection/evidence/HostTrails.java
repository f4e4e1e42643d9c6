package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.FloatColumns;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What the deviations of a group's hosts were in their last windows, seen in three ways:
 *
 * <pre>
 *   A  median of the last 3 of  RMS over metrics of min(|w|, 4)     large faults, all of them at once
 *   B  RMS over metrics of an EWMA of w, span 12                    small shifts that stay, leaks
 *   C  median of the last 3 of  the 3rd largest |w|                 agreement of several metrics
 * </pre>
 */
public final class HostTrails {

  public static final int CHANNELS = 3;

  private static final int LATELY = 3;
  private static final float SPAN_STEP = 2f / 13;
  private static final float CLIP_A = 4;
  private static final float CLIP_B = 16;

  private final FloatColumns drift;
  private final LastWindows recent;

  /** By host: what A and C are the medians of, channels of the window before, windows so far. */
  private final LastWindows sizes;

  private final LastWindows agreements;
  private final FloatColumns before;
  private final FloatColumns windows;

  /** Of this window, summed over the metrics. */
  private final float[] squares;

  private final float[] count;
  private final float[] driftSquares;
  private final float[] first;
  private final float[] second;
  private final float[] third;

  HostTrails(int hosts) {
    drift = new FloatColumns(hosts, 0);
    recent = new LastWindows(hosts, LATELY);
    sizes = new LastWindows(hosts, LATELY);
    agreements = new LastWindows(hosts, LATELY);
    before = new FloatColumns(hosts, 0);
    windows = new FloatColumns(hosts, 0);
    squares = new float[hosts];
    count = new float[hosts];
    driftSquares = new float[hosts];
    first = new float[hosts];
    second = new float[hosts];
    third = new float[hosts];
    sizes.grow(1);
    agreements.grow(1);
    before.grow(CHANNELS);
    windows.grow(1);
  }

  void grow(int metrics) {
    drift.grow(metrics);
    recent.grow(metrics);
  }

  void begin() {
    recent.begin();
    sizes.begin();
    agreements.begin();
    for (float[] sum : new float[][] {squares, count, driftSquares, first, second, third}) {
      Arrays.fill(sum, 0);
    }
  }

  void skip(int host) {
    recent.skip(host);
    sizes.skip(host);
    agreements.skip(host);
  }

  /** Takes in one metric of the window. */
  void add(Window now) {
    int m = now.metric;
    size(now.from, now.to, now.w, now.told);
    rank(now.from, now.to, now.w);
    remember(now, now.w, now.told, now.absent, recent.ago(0, m), drift.of(m));
  }

  private void size(int from, int to, float[] w, float[] told) {
    float[] sums = squares;
    float[] counts = count;
    for (int i = from; i < to; i++) {
      float clipped = Math.min(CLIP_A, Math.abs(w[i]));
      sums[i] = sums[i] + clipped * clipped;
      counts[i] = counts[i] + told[i];
    }
  }

  private void rank(int from, int to, float[] w) {
    float[] a = first;
    float[] b = second;
    float[] c = third;
    for (int i = from; i < to; i++) {
      float size = Math.abs(w[i]);
      float lower = Math.min(a[i], size);
      a[i] = Math.max(a[i], size);
      c[i] = Math.max(c[i], Math.min(b[i], lower));
      b[i] = Math.max(b[i], lower);
    }
  }

  private void remember(
      Window now, float[] w, float[] told, float[] absent, float[] newest, float[] drifts) {
    int to = now.to;
    float[] sums = driftSquares;
    for (int i = now.from; i < to; i++) {
      float clipped = Math.max(-CLIP_B, Math.min(CLIP_B, w[i]));
      newest[i] = clipped + absent[i] * newest[i];
      float drifted = drifts[i] + SPAN_STEP * told[i] * (clipped - drifts[i]);
      drifts[i] = drifted;
      sums[i] = sums[i] + drifted * drifted;
    }
  }

  /** Ends the window of a host that reported, once all metrics are in. */
  void end(int host) {
    float known = count[host];
    sizes.ago(0, 0)[host] = known == 0 ? 0 : (float) Math.sqrt(squares[host] / known);
    float agreement = known >= 3 ? third[host] : known == 2 ? second[host] : first[host];
    agreements.ago(0, 0)[host] = agreement;
    windows.of(0)[host]++;
  }

  /** Channel A, B and C of a host, to {@code out} from {@code offset}. */
  public void channels(int host, double[] out, int offset) {
    int metrics = drift.count();
    out[offset] = lately(sizes, host);
    out[offset + 1] = metrics == 0 ? 0 : Math.sqrt(driftSquares[host] / metrics);
    out[offset + 2] = lately(agreements, host);
  }

  /** The channels that were kept, to {@code out}; at first 0. */
  public void before(int host, double[] out) {
    for (int i = 0; i < CHANNELS; i++) {
      out[i] = before.of(i)[host];
    }
  }

  /** Keeps the channels of this window for the next. */
  public void keep(int host, double[] channels, int offset) {
    for (int i = 0; i < CHANNELS; i++) {
      before.of(i)[host] = (float) channels[offset + i];
    }
  }

  /** RMS of the last window alone. */
  public float rms(int host) {
    return sizes.ago(0, 0)[host];
  }

  /** The mean of the last three w of one metric. */
  public double recent(int host, int m) {
    double sum = recent.ago(0, m)[host] + recent.ago(1, m)[host] + recent.ago(2, m)[host];
    return sum / known(host);
  }

  /** The mean of the last three |w| of one metric: its part in the blame. */
  public double recentSize(int host, int m) {
    double sum = Math.abs(recent.ago(0, m)[host]) + Math.abs(recent.ago(1, m)[host]);
    return (sum + Math.abs(recent.ago(2, m)[host])) / known(host);
  }

  /** By metric: deviations of so many windows ago, 0 to 2; 0 where there was none. */
  float[] ago(int ago, int m) {
    return recent.ago(ago, m);
  }

  private float known(int host) {
    return Math.max(1, Math.min(LATELY, windows.of(0)[host]));
  }

  /** Forgets the slow means, once the trouble they told of is over. */
  public void forgetDrift(int host) {
    drift.set(host, 0);
    before.of(1)[host] = 0;
  }

  /** Forgets everything, as if the host were new. */
  void forget(int host) {
    drift.set(host, 0);
    recent.forget(host);
    sizes.forget(host);
    agreements.forget(host);
    before.set(host, 0);
    windows.set(host, 0);
  }

  private float lately(LastWindows of, int host) {
    float a = of.ago(0, 0)[host];
    float b = of.ago(1, 0)[host];
    float known = windows.of(0)[host];
    if (known < LATELY) {
      return known == 0 ? 0 : known == 1 ? a : Math.min(a, b);
    }
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), of.ago(2, 0)[host]));
  }

  void copy(int host, HostTrails from, int fromHost) {
    drift.copy(host, from.drift, fromHost);
    recent.copy(host, from.recent, fromHost);
    sizes.copy(host, from.sizes, fromHost);
    agreements.copy(host, from.agreements, fromHost);
    before.copy(host, from.before, fromHost);
    windows.copy(host, from.windows, fromHost);
  }

  void write(int host, DataOutput out) throws IOException {
    drift.write(host, out);
    recent.write(host, out);
    sizes.write(host, out);
    agreements.write(host, out);
    before.write(host, out);
    windows.write(host, out);
  }

  void read(int host, int metrics, DataInput in) throws IOException {
    drift.read(host, metrics, in);
    recent.read(host, metrics, in);
    sizes.read(host, 1, in);
    agreements.read(host, 1, in);
    before.read(host, CHANNELS, in);
    windows.read(host, 1, in);
  }
}
