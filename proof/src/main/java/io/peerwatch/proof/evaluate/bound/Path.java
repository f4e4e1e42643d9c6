package io.peerwatch.proof.evaluate.bound;

import io.peerwatch.proof.evaluate.lab.Injection;
import io.peerwatch.proof.evaluate.lab.InjectionKind;
import io.peerwatch.proof.evaluate.lab.Truth;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What one host showed in some windows, as one who knows all sees it: what is new about every
 * metric, less what all metrics share, of unit variance; kept as sums from the first window, so
 * that the match with a shape since any window takes one step.
 */
final class Path {
  private static final int FLAP_WINDOWS = 4;

  private final int metrics;
  private final double[][] fresh;
  private final double[][] sum;
  private final double[][] timed;
  private final double[][] squares;

  /** By window: what speaks for lag when it began there, and what when it went on. */
  private final double[] lagFirst;

  private final double[] lagSum;

  private Path(Truth truth, int windows) {
    metrics = truth.metrics();
    fresh = new double[metrics][windows];
    sum = new double[metrics][windows + 1];
    timed = new double[metrics][windows + 1];
    squares = new double[metrics][windows + 1];
    lagFirst = new double[windows];
    lagSum = new double[windows + 1];
  }

  /**
   * Draws a host's life.
   *
   * @param from number of its first window
   * @param fault what befalls it; null for nothing
   */
  static Path drawn(
      Truth truth, SplittableRandom random, int host, int from, int windows, Injection fault) {
    var path = new Path(truth, windows);
    var noise = new Noise(truth, random);
    double left = Math.sqrt(1 - truth.common() * truth.common());
    double lasts = truth.lasts();
    double unit = 1 / Math.sqrt(1 - lasts * lasts);
    double[] last = own(noise.next(), noise.shared(), left);
    double[] lag = new double[path.metrics];
    for (int t = 0; t < windows; t++) {
      int w = from + t;
      double[] shown = shown(truth, noise.next(), w, fault);
      double[] now = own(shown, noise.shared(), left);
      path.lagSum[t + 1] = path.lagSum[t];
      for (int m = 0; m < path.metrics; m++) {
        path.add(m, t, (now[m] - lasts * last[m]) * unit);
        double late = truth.lag(host, m, w) / left;
        double first = late * unit;
        double later = (late - lasts * lag[m]) * unit;
        path.lagFirst[t] += first * path.fresh[m][t] - first * first / 2;
        path.lagSum[t + 1] += later * path.fresh[m][t] - later * later / 2;
        lag[m] = late;
      }
      last = now;
    }
    return path;
  }

  private static double[] shown(Truth truth, double[] deviations, int window, Injection fault) {
    if (fault == null || window < fault.from() || window >= fault.to()) {
      return deviations;
    }
    double[] shown = new double[deviations.length];
    for (int m = 0; m < shown.length; m++) {
      boolean wider = fault.kind() == InjectionKind.VARIANCE && fault.signs()[m] != 0;
      double factor = wider ? 1 + fault.spreads() : 1;
      shown[m] = factor * deviations[m] + truth.shift(fault, m, window);
    }
    return shown;
  }

  private static double[] own(double[] shown, double shared, double left) {
    double[] own = new double[shown.length];
    for (int m = 0; m < own.length; m++) {
      own[m] = (shown[m] - shared) / left;
    }
    return own;
  }

  private void add(int m, int t, double news) {
    fresh[m][t] = news;
    sum[m][t + 1] = sum[m][t] + news;
    timed[m][t + 1] = timed[m][t] + t * news;
    squares[m][t + 1] = squares[m][t] + news * news;
  }

  int windows() {
    return lagFirst.length;
  }

  private double sum(int m, int from, int to) {
    return sum[m][to] - sum[m][from];
  }

  /** The match with a step in {@code [from, t]}: first in its first window, later from then on. */
  void step(int from, int t, double first, double later, double[] match) {
    for (int m = 0; m < metrics; m++) {
      match[m] = first * fresh[m][from] + later * sum(m, from + 1, t + 1);
    }
  }

  /** The match with an even rise by one spread a window; the energy of such. */
  double leak(int from, int t, double first, double later, double[] match) {
    for (int m = 0; m < metrics; m++) {
      double all = sum(m, from, t + 1);
      double byAge = timed[m][t + 1] - timed[m][from] - from * all;
      match[m] = first * all + later * byAge;
    }
    double n = t - from + 1.0;
    double crossed = first * later * n * (n - 1);
    return n * first * first + crossed + later * later * (n - 1) * n * (2 * n - 1) / 6;
  }

  /** The match with a step that comes and goes; the energy of such. */
  double flap(int from, int t, double first, double later, double lasts, double[] match) {
    double back = -lasts * first;
    double energy = 0;
    Arrays.fill(match, 0);
    for (int on = from; on <= t; on += 2 * FLAP_WINDOWS) {
      int off = on + FLAP_WINDOWS;
      int until = Math.min(off, t + 1);
      energy += first * first + (until - on - 1) * later * later + (off <= t ? back * back : 0);
      for (int m = 0; m < metrics; m++) {
        match[m] += first * fresh[m][on] + later * sum(m, on + 1, until);
        match[m] += off <= t ? back * fresh[m][off] : 0;
      }
    }
    return energy;
  }

  void squares(int from, int t, double[] of) {
    for (int m = 0; m < metrics; m++) {
      of[m] = squares[m][t + 1] - squares[m][from];
    }
  }

  /** Logarithm of the likelihood ratio of lag since a window. */
  double lag(int from, int t) {
    return lagFirst[from] + lagSum[t + 1] - lagSum[from + 1];
  }
}
