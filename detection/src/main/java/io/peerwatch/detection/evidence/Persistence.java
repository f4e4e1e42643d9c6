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

  private static final double CLIP = 3;
  private static final double RATIO_MAX = 0.97;

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
    solve();
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

  private void solve() {
    ratio = Doubles.grown(ratio, product.length, 0);
    spread = Doubles.grown(spread, product.length, 1);
    for (int m = 0; m < product.length; m++) {
      ratio[m] = Math.max(0, Math.min(RATIO_MAX, product[m] / square[m]));
      spread[m] = Math.sqrt(1 - ratio[m] * ratio[m]);
    }
  }

  /** Takes in one host's deviations of two windows in a row; {@link #endWindow} must follow. */
  public void learn(double[] before, double[] w, int offset, int metrics) {
    for (int m = 0; m < metrics; m++) {
      double earlier = before[m];
      double later = w[offset + m];
      if (!Double.isNaN(earlier) && !Double.isNaN(later)) {
        double a = Math.abs(earlier) <= CLIP ? earlier : Doubles.clip(earlier, CLIP);
        double b = Math.abs(later) <= CLIP ? later : Doubles.clip(later, CLIP);
        productSum[m] += a * b;
        squareSum[m] += (a * a + b * b) / 2;
      }
    }
    pairs++;
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
    rows += pairs;
    pairs = 0;
    solve();
  }

  public void write(DataOutput out) throws IOException {
    out.writeDouble(rows);
    Doubles.write(product, out);
    Doubles.write(square, out);
  }

  public void readInto(DataInput in) throws IOException {
    rows = in.readDouble();
    product = Doubles.read(in);
    square = Doubles.read(in);
    solve();
  }
}
