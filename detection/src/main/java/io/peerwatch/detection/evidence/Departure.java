package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Whether a host's deviations left their usual wandering lately: log-likelihood ratios, summed over
 * metrics, each metric's part less what a single one must bring before it counts, so that a few
 * metrics of many are seen as well as all of them.
 *
 * <pre>
 *   e(t) = (w(t) − ρ w(t−1)) / sqrt(1 − ρ²)                     ρ from {@link Persistence}
 *   a step k windows ago looks like  1, 1−ρ, 1−ρ, …  and a single odd window like  1, −ρ, 0, …
 *   sudden  = max over k = 3..6 of  Σ_m (T_step² − T_single²  − 4)⁺
 *   lasting =                       Σ_m (EWMA(w)² / variance  − 4)⁺      span 12
 * </pre>
 *
 * T are the projections of e, of unit variance; a metric's part is at most {@value #GAIN_MAX}, so
 * that no metric alone brings everything. What moves back to where it should be does not count, and
 * nothing counts for more than where it went to tells.
 *
 * <p>Sources: Basseville and Nikiforov, <i>Detection of Abrupt Changes</i>, 1993, for the ratio
 * over onsets; Xie and Siegmund, <i>Sequential multi-sensor change-point detection</i>, Annals of
 * Statistics 2013, for the sum over few of many.
 */
public final class Departure {
  private static final int WINDOWS = 6;
  private static final int FIRST_STEP = 3;
  private static final double SPAN_STEP = 2.0 / 13;
  private static final double CLIP = 6;

  static final double GAIN_MAX = 30;

  /** What a metric must bring before it counts: four is about one window in twenty. */
  private static final double RARE = 4;

  /** A metric brings at most so many times the square of how far away it is now, in spreads. */
  private static final double LEVEL_GAIN = 10;

  /** In spreads: a metric that is nearer to what is expected has come back. */
  private static final double AWAY = 1;

  private int metrics;
  private int next;
  private double[] last = new double[0];
  private double[] before = new double[0];
  private double[] mean = new double[0];
  private double[] fresh = new double[0];

  /** Working memory: parts by onset, and one metric's last windows. */
  private final double[] sums = new double[WINDOWS - FIRST_STEP + 1];

  private final double[] lately = new double[WINDOWS];

  public void grow(int wanted) {
    if (wanted <= metrics) {
      return;
    }
    double[] wider = new double[WINDOWS * wanted];
    for (int slot = 0; slot < WINDOWS; slot++) {
      System.arraycopy(fresh, slot * metrics, wider, slot * wanted, metrics);
    }
    fresh = wider;
    last = Doubles.grown(last, wanted, Double.NaN);
    before = Doubles.grown(before, wanted, Double.NaN);
    mean = Doubles.grown(mean, wanted, 0);
    metrics = wanted;
  }

  /** The deviations taken in last; NaN where there were none. */
  public double[] last() {
    return last;
  }

  /**
   * Takes in the whitened deviations of a window; NaN where a metric was not judged.
   *
   * @param repeats tells the metrics that hardly ever change: they do not wander, so there is
   *     nothing that they could leave
   */
  public void add(double[] w, int offset, Persistence persistence, Repeats repeats) {
    int slot = next * metrics;
    for (int m = 0; m < metrics; m++) {
      double now = repeats.sparse(m) ? Double.NaN : w[offset + m];
      boolean known = !Double.isNaN(now);
      fresh[slot + m] = known ? clipped(persistence.fresh(m, now, last[m])) : 0;
      mean[m] += known ? SPAN_STEP * (clipped(now) - mean[m]) : 0;
      before[m] = last[m];
      last[m] = now;
    }
    next = (next + 1) % WINDOWS;
  }

  /** Comparing is quicker than clipping, which is rarely needed. */
  private static double clipped(double value) {
    return Math.abs(value) <= CLIP ? value : Doubles.clip(value, CLIP);
  }

  /** How surely the host stepped away within the last six windows, and stayed; at least 0. */
  public double sudden(Persistence persistence) {
    Arrays.fill(sums, 0);
    for (int m = 0; m < metrics; m++) {
      if (away(m, last[m], AWAY)) {
        addSteps(m, persistence.ratio(m));
      }
    }
    double best = 0;
    for (double sum : sums) {
      best = Math.max(best, sum);
    }
    return best;
  }

  /** Adds a metric's part to the sum of each onset. */
  private void addSteps(int m, double rho) {
    double left = 1 - rho;
    double level = Math.min(Math.abs(last[m]), Math.abs(before[m]));
    double most = LEVEL_GAIN * level * level;
    for (int ago = 0; ago < WINDOWS; ago++) {
      lately[ago] = at(ago, m);
    }
    for (int k = FIRST_STEP; k <= WINDOWS; k++) {
      double first = lately[k - 1];
      double later = 0;
      for (int ago = k - 2; ago >= 0; ago--) {
        later += lately[ago];
      }
      double step = first + left * later;
      if (away(m, step, AWAY)) {
        double single = first - rho * lately[k - 2];
        double stepped = step * step / (1 + (k - 1) * left * left);
        sums[k - FIRST_STEP] += part(Math.min(most, stepped - single * single / (1 + rho * rho)));
      }
    }
  }

  /** How surely the host has been off for about an hour of windows of five minutes; at least 0. */
  public double lasting(Persistence persistence) {
    double sum = 0;
    for (int m = 0; m < metrics; m++) {
      if (away(m, mean[m], Math.abs(mean[m]) / 2)) {
        double kept = (1 - SPAN_STEP) * persistence.ratio(m);
        double variance = SPAN_STEP / (2 - SPAN_STEP) * (1 + kept) / (1 - kept);
        sum += part(mean[m] * mean[m] / variance);
      }
    }
    return sum;
  }

  private static double part(double gain) {
    return Math.max(0, Math.min(GAIN_MAX, gain) - RARE);
  }

  /** Whether the last two windows are on that side of what is expected, and far enough. */
  private boolean away(int m, double side, double far) {
    return Math.abs(last[m]) > far
        && Math.abs(before[m]) > far
        && last[m] * side > 0
        && before[m] * side > 0;
  }

  private double at(int windowsAgo, int m) {
    int slot = next - 1 - windowsAgo;
    return fresh[(slot < 0 ? slot + WINDOWS : slot) * metrics + m];
  }

  public void forget() {
    Arrays.fill(fresh, 0);
    Arrays.fill(mean, 0);
    Arrays.fill(last, Double.NaN);
    Arrays.fill(before, Double.NaN);
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(metrics);
    out.writeInt(next);
    Doubles.write(last, out);
    Doubles.write(before, out);
    Doubles.write(mean, out);
    Doubles.write(fresh, out);
  }

  public void readInto(DataInput in) throws IOException {
    metrics = in.readInt();
    next = in.readInt();
    last = Doubles.read(in);
    before = Doubles.read(in);
    mean = Doubles.read(in);
    fresh = Doubles.read(in);
  }
}
