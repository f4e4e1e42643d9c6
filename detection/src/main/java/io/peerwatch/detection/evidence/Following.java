package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.FloatColumns;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How far hosts trail behind what their group does: a matched filter for lag. A host that shows
 * what its peers did a while ago deviates as the {@link Echo} of that lag does:
 *
 * <pre>
 *   channel = max over lags of  EWMA(Σ_m e_m g_m) / sqrt(EWMA(Σ_m g_m²) + 1/4)
 *   e  what is new about the host's deviations against the window before, as {@link Departure} has it, g  about the echo
 * </pre>
 *
 * One window's sums are at most {@link Echo#WINDOW_MAX}, and g is made smaller to keep to it: who
 * trails must do so over several movements of its group.
 */
public final class Following {

  /** While the group hardly moves, nobody can be seen to trail. */
  private static final double STILL = 0.25;

  private static final float CLIP = 3;
  private static final float WINDOW_MAX = (float) Echo.WINDOW_MAX;

  private final FloatColumns last;
  private final FloatColumns common;

  /** Of this window, summed over metrics, by lag; and what is new about one metric. */
  private final float[][] product;

  private final float[] news;
  private final float[] perLag = new float[Echo.COUNT];

  Following(int hosts) {
    last = new FloatColumns(hosts, 0);
    common = new FloatColumns(hosts, 0);
    common.grow(Echo.COUNT);
    product = new float[Echo.COUNT][hosts];
    news = new float[hosts];
  }

  void grow(int metrics) {
    last.grow(metrics);
  }

  /** Begins a window, which the echo has taken in. */
  public void begin(Echo echo) {
    for (int i = 0; i < Echo.COUNT; i++) {
      Arrays.fill(product[i], 0);
      perLag[i] = (float) (1 / Math.sqrt(echo.square(i) + STILL));
    }
  }

  /** Takes in one metric of the window. */
  public void add(Window now, Echo echo, Persistence persistence) {
    int m = now.metric;
    Arrays.fill(news, now.from, now.to, 0);
    persistence.fresh(m, now.from, now.to, now.w, last.of(m), news, now.absent);
    take(now, now.w, now.told, now.absent, last.of(m));
    for (int i = 0; i < Echo.COUNT; i++) {
      add(now.from, now.to, product[i], (float) echo.fresh(i, m));
    }
  }

  private void take(Window now, float[] w, float[] told, float[] absent, float[] lasts) {
    float[] fresh = news;
    int to = now.to;
    for (int i = now.from; i < to; i++) {
      fresh[i] = told[i] * Math.max(-CLIP, Math.min(CLIP, fresh[i]));
      lasts[i] = w[i] + absent[i] * lasts[i];
    }
  }

  private void add(int from, int to, float[] products, float echo) {
    float[] fresh = news;
    for (int i = from; i < to; i++) {
      products[i] = products[i] + fresh[i] * echo;
    }
  }

  /** Ends the window of a host that reported, once all metrics are in. */
  public void end(int host) {
    for (int i = 0; i < Echo.COUNT; i++) {
      float[] of = common.of(i);
      float told = Math.max(-WINDOW_MAX, Math.min(WINDOW_MAX, product[i][host]));
      of[host] += (float) Echo.SPAN_STEP * (told - of[host]);
    }
  }

  /** In units of what is usual while the group hardly moves; at least 0. */
  public double channel(int host) {
    float highest = 0;
    for (int i = 0; i < Echo.COUNT; i++) {
      highest = Math.max(highest, common.of(i)[host] * perLag[i]);
    }
    return highest;
  }

  public void forget(int host) {
    common.set(host, 0);
    last.set(host, 0);
  }

  void copy(int host, Following from, int fromHost) {
    common.copy(host, from.common, fromHost);
    last.copy(host, from.last, fromHost);
  }

  void write(int host, DataOutput out) throws IOException {
    common.write(host, out);
    last.write(host, out);
  }

  void read(int host, int metrics, DataInput in) throws IOException {
    common.read(host, Echo.COUNT, in);
    last.read(host, metrics, in);
  }
}
