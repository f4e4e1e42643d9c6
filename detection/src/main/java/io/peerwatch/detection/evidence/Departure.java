package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.FloatColumns;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Whether hosts' deviations left their usual wandering lately: log-likelihood ratios, summed over
 * metrics, each metric's part less what a single one must bring before it counts, so that a few
 * metrics of many are seen as well as all of them.
 *
 * <pre>
 *   e(t) = (w(t) − ρ w(t−1)) / sqrt(1 − ρ²)                     ρ from {@link Persistence}
 *   a step k windows ago looks like  1, 1−ρ, 1−ρ, …  and a single odd window like  1, −ρ, 0, …
 *   sudden  = max over k = 3..6 of  Σ_m (T_step² − (T_single² − 9)⁺ − 4)⁺
 *   lasting =                       Σ_m (EWMA(w)² / variance  − 4)⁺      span 12
 * </pre>
 *
 * T are the projections of e, of unit variance; a metric's part is at most {@value #GAIN_MAX}, so
 * that no metric alone brings everything. What moves back to where it should be does not count, and
 * nothing counts for more than where it went to tells.
 *
 * <p>It is worked out for all hosts of a metric in loops without branches: a condition is a limit
 * on the gain that is far above {@link #GAIN_MAX} where it holds and not above 0 where it doesn't.
 *
 * <p>Sources: Basseville and Nikiforov, <i>Detection of Abrupt Changes</i>, 1993, for the ratio
 * over onsets; Xie and Siegmund, <i>Sequential multi-sensor change-point detection</i>, Annals of
 * Statistics 2013, for the sum over few of many.
 */
public final class Departure {
  private static final int WINDOWS = 6;
  private static final int FIRST_STEP = 3;
  private static final float CLIP = 6;
  private static final SlowMean LAST_HOUR = new SlowMean(2f / 13, CLIP);

  static final float GAIN_MAX = 30;

  /** What a metric must bring before it counts: four is about one window in twenty. */
  static final float RARE = 4;

  /**
   * What a single odd window must explain before it counts against a step, as such windows are
   * rare: nine is about one in a hundred, 2 ln 100.
   */
  private static final float ODD = 9;

  /** A metric brings at most so many times the square of how far away it is now, in spreads. */
  private static final float LEVEL_GAIN = 10;

  /** In spreads: a metric that is nearer to what is expected has come back. */
  private static final float AWAY = 1;

  /** Makes a large number of any that is above 0. */
  private static final float HUGE = 1e30f;

  private final FloatColumns mean;
  private final LastWindows fresh;

  /** Of this window, summed over metrics: by onset, and of what lasts. */
  private final float[][] steps;

  private final float[] lasting;

  /** Of one metric: how far it is away, the most it may bring, what is new in all, what is odd. */
  private final float[] level;

  private final float[] most;
  private final float[] later;
  private final float[] odd;

  Departure(int hosts) {
    mean = new FloatColumns(hosts, 0);
    fresh = new LastWindows(hosts, WINDOWS);
    steps = new float[WINDOWS - FIRST_STEP + 1][hosts];
    lasting = new float[hosts];
    level = new float[hosts];
    most = new float[hosts];
    later = new float[hosts];
    odd = new float[hosts];
  }

  void grow(int metrics) {
    mean.grow(metrics);
    fresh.grow(metrics);
  }

  void begin() {
    fresh.begin();
    Arrays.fill(lasting, 0);
    for (float[] sum : steps) {
      Arrays.fill(sum, 0);
    }
  }

  void skip(int host) {
    fresh.skip(host);
  }

  /** Takes in one metric of the window, which the trails have taken in. */
  void add(Window now, HostTrails trails, Persistence persistence) {
    int m = now.metric;
    float ratio = (float) persistence.ratio(m);
    float[] newest = trails.ago(0, m);
    float[] last = trails.ago(1, m);
    LAST_HOUR.take(now, newest, mean.of(m));
    persistence.fresh(m, now.from, now.to, newest, last, fresh.ago(0, m), now.absent);
    hold(now.from, now.to, fresh.ago(0, m), now.told, now.wanders, now.absent);
    away(now.from, now.to, newest, last, now.wanders);
    last(now.from, now.to, ratio, mean.of(m));
    steps(now, m, ratio);
  }

  /** Holds what is new in its limits; of absent hosts it stays what it was. */
  private static void hold(
      int from, int to, float[] news, float[] told, float[] wanders, float[] absent) {
    for (int i = from; i < to; i++) {
      float held = Math.max(-CLIP, Math.min(CLIP, news[i]));
      news[i] = held * (told[i] * wanders[i] + absent[i]);
    }
  }

  /**
   * How far the last two windows are away, on the side that both are on; 0 where they are on two.
   */
  private void away(int from, int to, float[] newest, float[] last, float[] wanders) {
    float[] levels = level;
    float[] limits = most;
    for (int i = from; i < to; i++) {
      float above = Math.max(0, Math.min(newest[i], last[i]));
      float below = Math.min(0, Math.max(newest[i], last[i]));
      float side = (above + below) * wanders[i];
      float far = Math.abs(side);
      levels[i] = side;
      limits[i] = Math.min(Math.min(GAIN_MAX, LEVEL_GAIN * side * side), (far - AWAY) * HUGE);
    }
  }

  /** What has been off for about an hour of windows of five minutes. */
  private void last(int from, int to, float ratio, float[] means) {
    float perVariance = LAST_HOUR.perVariance(ratio);
    float[] levels = level;
    float[] sums = lasting;
    for (int i = from; i < to; i++) {
      float of = means[i];
      float far = (Math.abs(levels[i]) - Math.abs(of) / 2) * HUGE;
      float side = levels[i] * of * HUGE;
      float gain = Math.min(Math.min(far, side), Math.min(GAIN_MAX, of * of * perVariance));
      sums[i] = sums[i] + Math.max(0, gain - RARE);
    }
  }

  /** Adds a metric's part to the sum of each onset. */
  private void steps(Window now, int m, float ratio) {
    float left = 1 - ratio;
    sum(now.from, now.to, fresh.ago(0, m), fresh.ago(1, m));
    for (int k = FIRST_STEP; k <= WINDOWS; k++) {
      float perStep = 1 / (1 + (k - 1) * left * left);
      float[] first = fresh.ago(k - 1, m);
      odd(now.from, now.to, first, fresh.ago(k - 2, m), ratio);
      step(now.from, now.to, steps[k - FIRST_STEP], first, left, perStep);
      sum(now.from, now.to, later, first);
    }
  }

  private void sum(int from, int to, float[] a, float[] b) {
    for (int i = from; i < to; i++) {
      later[i] = a[i] + b[i];
    }
  }

  /** How much an odd window explains of the step that began with it. */
  private void odd(int from, int to, float[] first, float[] second, float ratio) {
    float perSingle = 1 / (1 + ratio * ratio);
    for (int i = from; i < to; i++) {
      float single = first[i] - ratio * second[i];
      odd[i] = Math.max(0, single * single * perSingle - ODD);
    }
  }

  // Apart from the loop above: of both in one the compiler makes no vector instructions.
  private void step(int from, int to, float[] sums, float[] first, float left, float perStep) {
    float[] latest = later;
    float[] levels = level;
    float[] limits = most;
    float[] odds = odd;
    for (int i = from; i < to; i++) {
      float step = first[i] + left * latest[i];
      float limit = Math.min(limits[i], step * levels[i] * HUGE);
      float gain = Math.min(limit, step * step * perStep - odds[i]);
      sums[i] = sums[i] + Math.max(0, gain - RARE);
    }
  }

  /** By host: what is new about one metric, within its limits. */
  float[] fresh(int m) {
    return fresh.ago(0, m);
  }

  /** By host: the mean of the last hour of one metric. */
  float[] mean(int m) {
    return mean.of(m);
  }

  /** How surely the host stepped away within the last six windows, and stayed; at least 0. */
  float sudden(int host) {
    float best = 0;
    for (float[] sums : steps) {
      best = Math.max(best, sums[host]);
    }
    return best;
  }

  /** How surely the host has been off for about an hour of windows of five minutes; at least 0. */
  float lasting(int host) {
    return lasting[host];
  }

  /** Forgets the mean of the last hour, once the trouble that it told of is over. */
  void forgetMean(int host) {
    mean.set(host, 0);
    lasting[host] = 0;
  }

  void forget(int host) {
    fresh.forget(host);
    forgetMean(host);
    for (float[] sum : steps) {
      sum[host] = 0;
    }
  }

  void copy(int host, Departure from, int fromHost) {
    mean.copy(host, from.mean, fromHost);
    fresh.copy(host, from.fresh, fromHost);
  }

  void write(int host, DataOutput out) throws IOException {
    mean.write(host, out);
    fresh.write(host, out);
  }

  void read(int host, int metrics, DataInput in) throws IOException {
    mean.read(host, metrics, in);
    fresh.read(host, metrics, in);
  }
}
