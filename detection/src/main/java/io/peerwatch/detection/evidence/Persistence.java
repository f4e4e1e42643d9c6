package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.LearningSteps;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How much of a deviation is left a window later, by metric: the lag-one autocorrelation of the
 * whitened deviations, pooled over the group's hosts. Deviations that wander slowly make a large
 * one common and a sudden one rare; {@link Departure} needs to know which.
 */
public final class Persistence {

  /** Rows' worth of belief that nothing is left. */
  private static final double PRIOR_ROWS = 30;

  private static final float CLIP = 3;

  /** Makes at least 1 of any number that is not 0. */
  private static final float HUGE = 1e38f;

  private static final double RATIO_MAX = 0.97;

  private final UsualUnrest unrest = new UsualUnrest();
  private double rows;
  private double[] product = new double[0];
  private double[] square = new double[0];
  private double[] productSum = new double[0];
  private double[] squareSum = new double[0];
  private double pairs;

  /** What follows from product and square, by metric. */
  private double[] ratio = new double[0];

  /** Of what is new in a window where deviations have a spread of 1: sqrt(1 − ρ²). */
  private double[] spread = new double[0];

  public void grow(int metrics) {
    product = Doubles.grown(product, metrics, 0);
    square = Doubles.grown(square, metrics, 1);
    productSum = Doubles.grown(productSum, metrics, 0);
    squareSum = Doubles.grown(squareSum, metrics, 0);
    unrest.grow(metrics);
    solve();
  }

  /** How much deviations usually move. */
  UsualUnrest unrest() {
    return unrest;
  }

  /** Share of a deviation of metric {@code m} that is left in the next window, 0..0.97. */
  public double ratio(int m) {
    return ratio[m];
  }

  /**
   * What of a deviation could not be told from the window before, in spreads.
   *
   * @param last the deviation of the window before; NaN where there was none, then all of it is new
   */
  double fresh(int m, double now, double last) {
    return Double.isNaN(last) ? now : (now - ratio[m] * last) / spread[m];
  }

  /**
   * {@link #fresh(int, double, double)} for a column of hosts, from one place up to another.
   *
   * @param last 0 where there was none
   * @param to what is new; where a host is absent it stays as it is
   */
  void fresh(int m, int from, int end, float[] now, float[] last, float[] to, float[] absent) {
    float left = (float) ratio[m];
    float more = (float) (1 / spread[m] - 1);
    for (int i = from; i < end; i++) {
      float scale = 1 + more * Math.min(1, Math.abs(last[i]) * HUGE);
      to[i] = (1 - absent[i]) * (now[i] - left * last[i]) * scale + absent[i] * to[i];
    }
  }

  private void solve() {
    ratio = Doubles.grown(ratio, product.length, 0);
    spread = Doubles.grown(spread, product.length, 1);
    for (int m = 0; m < product.length; m++) {
      ratio[m] = Math.max(0, Math.min(RATIO_MAX, product[m] / square[m]));
      spread[m] = Math.sqrt(1 - ratio[m] * ratio[m]);
    }
  }

  /**
   * Takes in deviations of two windows in a row of one metric; {@link #endWindow} must follow.
   *
   * @param before 0 where there was none
   * @param teaches by host, 1 where there is one now and it is to be learned from, else 0
   */
  void learn(int m, int from, int to, float[] now, float[] before, float[] teaches) {
    float products = 0;
    float squares = 0;
    for (int i = from; i < to; i++) {
      float a = Math.max(-CLIP, Math.min(CLIP, before[i]));
      float b = Math.max(-CLIP, Math.min(CLIP, now[i]));
      float counts = teaches[i] * Math.min(1, Math.abs(before[i]) * HUGE);
      products += counts * a * b;
      squares += counts * (a * a + b * b);
    }
    productSum[m] += products;
    squareSum[m] += squares / 2;
  }

  /** So many hosts were taken in. */
  public void count(int hosts) {
    pairs += hosts;
  }

  /** Folds the hosts of one window in. */
  public void endWindow(LearningSteps steps) {
    if (pairs == 0) {
      return;
    }
    double step = Math.max(steps.covariance(), pairs / (rows + pairs + PRIOR_ROWS));
    for (int m = 0; m < product.length; m++) {
      product[m] += step * (productSum[m] / pairs - product[m]);
      square[m] += step * (Math.max(1e-6, squareSum[m] / pairs) - square[m]);
      productSum[m] = 0;
      squareSum[m] = 0;
    }
    unrest.endWindow(pairs, steps);
    rows += pairs;
    pairs = 0;
    solve();
  }

  public void write(DataOutput out) throws IOException {
    out.writeDouble(rows);
    Doubles.write(product, out);
    Doubles.write(square, out);
    unrest.write(out);
  }

  /**
   * Reads what was written.
   *
   * @param unrestToo false for a layout that knows nothing of unrest: what is usual is learned anew
   */
  public void readInto(DataInput in, boolean unrestToo) throws IOException {
    rows = in.readDouble();
    product = Doubles.read(in);
    square = Doubles.read(in);
    if (unrestToo) {
      unrest.readInto(in);
    }
    solve();
  }
}
