package io.peerwatch.detection.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How a group's metrics answer when one host gets more or less work than its peers: by metric the
 * slope γ of a regression without intercept, pooled over hosts and forgotten slowly.
 *
 * <pre>
 *   push   what the host's residual would be, in spreads, if the metric grew in proportion to work
 *   rest   what is left of it in truth, in spreads, once γ · push is taken off
 *   γ = (Σ push · (γ push + clip(rest, ±max(3, |push| / 2))) + p γ₀) / (Σ push² + p),  p = 30
 * </pre>
 *
 * <p>There are two of them, because small differences of work are noise in part, which nothing
 * follows, while large ones are real: <em>usual</em> differences have a slope of their own (γ₀ =
 * 0), and <em>large</em> ones have one that starts from it. In between they are blended. A metric
 * that follows work entirely has a γ of 1, one that knows nothing of it 0. While little was seen, γ
 * stays near 0, and hosts are compared as if there were no work metric.
 */
public final class WorkResponse {

  /** Squared spreads of evidence that weigh as much as what is believed before. */
  private static final double PRIOR = 30;

  private static final double REST_CLIP = 3;
  private static final double REST_CLIP_RATIO = 0.5;
  private static final double MIN = -1;
  private static final double MAX = 2;

  private int work = -1;
  private double[] squares = new double[0];
  private double[] products = new double[0];
  private double[] largeSquares = new double[0];
  private double[] largeProducts = new double[0];

  /** Makes room for more metrics. */
  public void grow(int metrics) {
    squares = Doubles.grown(squares, metrics, 0);
    products = Doubles.grown(products, metrics, 0);
    largeSquares = Doubles.grown(largeSquares, metrics, 0);
    largeProducts = Doubles.grown(largeProducts, metrics, 0);
  }

  /** Says by which metric work is counted; what was learned with another is forgotten. */
  public void of(int workMetric) {
    if (work != workMetric) {
      work = workMetric;
      forget(1);
    }
  }

  /** γ of a metric for usual differences of work. */
  public double usual(int m) {
    return bounded(products[m] / (squares[m] + PRIOR));
  }

  /** γ of a metric for large ones. */
  public double large(int m) {
    return bounded((largeProducts[m] + PRIOR * usual(m)) / (largeSquares[m] + PRIOR));
  }

  private static double bounded(double gamma) {
    return Math.max(MIN, Math.min(MAX, gamma));
  }

  /**
   * Takes in the residuals of hosts, from one place up to another.
   *
   * @param counts by place, whether the host is learned from; then its other figures are numbers
   * @param push in spreads
   * @param gamma what was taken off, as a ratio of it
   * @param d what is left, in standard units
   * @param s one spread, in standard units
   * @param large how large the difference of work is, 0 (usual) to 1
   */
  public void learn(
      int m,
      int from,
      int to,
      boolean[] counts,
      float[] push,
      float[] gamma,
      float[] d,
      float[] s,
      float[] large) {
    double squareSum = squares[m];
    double productSum = products[m];
    double largeSquareSum = largeSquares[m];
    double largeProductSum = largeProducts[m];
    for (int at = from; at < to; at++) {
      if (counts[at]) {
        double part = large[at];
        double by = push[at];
        double square = by * by;
        double product = by * (gamma[at] * by + clipped(d[at] / s[at], by));
        squareSum += (1 - part) * square;
        productSum += (1 - part) * product;
        largeSquareSum += part * square;
        largeProductSum += part * product;
      }
    }
    squares[m] = squareSum;
    products[m] = productSum;
    largeSquares[m] = largeSquareSum;
    largeProducts[m] = largeProductSum;
  }

  // Comparing is quicker here than Math.max of doubles; all are numbers.
  private static double clipped(double rest, double by) {
    double ofPush = REST_CLIP_RATIO * Math.abs(by);
    double limit = ofPush > REST_CLIP ? ofPush : REST_CLIP;
    double notOver = rest < limit ? rest : limit;
    return notOver > -limit ? notOver : -limit;
  }

  /**
   * Lets a window's time pass.
   *
   * @param step share of what was learned that is forgotten, 0..1
   */
  public void forget(double step) {
    double kept = 1 - step;
    for (int m = 0; m < squares.length; m++) {
      squares[m] *= kept;
      products[m] *= kept;
      largeSquares[m] *= kept;
      largeProducts[m] *= kept;
    }
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(work);
    Doubles.write(squares, out);
    Doubles.write(products, out);
    Doubles.write(largeSquares, out);
    Doubles.write(largeProducts, out);
  }

  public void readInto(DataInput in) throws IOException {
    work = in.readInt();
    squares = Doubles.read(in);
    products = Doubles.read(in);
    largeSquares = Doubles.read(in);
    largeProducts = Doubles.read(in);
  }
}
