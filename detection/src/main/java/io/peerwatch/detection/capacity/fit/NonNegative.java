package io.peerwatch.detection.capacity.fit;

import java.util.Arrays;

/**
 * Robust least squares with few coefficients, none below 0: every subset of columns is solved, and
 * the best without a negative coefficient stays. Outliers weigh less, as Huber's weights have it.
 */
final class NonNegative {
  private static final int ROUNDS = 4;
  private static final double HUBER = 1.5; // standard deviations

  private final double[][] columns;
  private final double[] y;
  private final double[] variance;

  /** Columns of the model by coefficient, each with a value for every y. */
  NonNegative(double[][] columns, double[] y, double[] variance) {
    this.columns = columns;
    this.y = y;
    this.variance = variance;
  }

  /**
   * What fits best.
   *
   * @param cost robust sum of squares, in standard deviations
   */
  record Solution(double[] coefficients, double cost) {}

  Solution solve() {
    double[] weights = new double[y.length];
    Arrays.setAll(weights, i -> 1 / variance[i]);
    double[] best = null;
    for (int round = 0; round < ROUNDS; round++) {
      best = best(weights);
      for (int i = 0; i < weights.length; i++) {
        double deviation = Math.abs(residual(best, i)) / Math.sqrt(variance[i]);
        weights[i] = Math.min(1, HUBER / deviation) / variance[i];
      }
    }
    return new Solution(best, cost(best));
  }

  private double residual(double[] coefficients, int i) {
    double left = y[i];
    for (int c = 0; c < columns.length; c++) {
      left -= coefficients[c] * columns[c][i];
    }
    return left;
  }

  private double cost(double[] coefficients) {
    double cost = 0;
    for (int i = 0; i < y.length; i++) {
      double deviation = Math.abs(residual(coefficients, i)) / Math.sqrt(variance[i]);
      cost += deviation <= HUBER ? deviation * deviation : HUBER * (2 * deviation - HUBER);
    }
    return cost;
  }

  private double[] best(double[] weights) {
    double[][] moments = moments(weights);
    double[] best = new double[columns.length];
    double gain = 0; // of the explained weighted sum of squares
    for (int subset = 1; subset < 1 << columns.length; subset++) {
      double[] solved = Elimination.solve(moments, subset);
      double explained = 0;
      boolean allowed = solved != null;
      for (int c = 0; allowed && c < columns.length; c++) {
        allowed = solved[c] >= 0;
        explained += solved[c] * moments[c][columns.length];
      }
      if (allowed && explained > gain) {
        gain = explained;
        best = solved;
      }
    }
    return best;
  }

  /** Normal equations, the right side as the last column. */
  private double[][] moments(double[] weights) {
    int n = columns.length;
    double[][] moments = new double[n][n + 1];
    for (int i = 0; i < y.length; i++) {
      for (int r = 0; r < n; r++) {
        double weighted = weights[i] * columns[r][i];
        for (int c = 0; c < n; c++) {
          moments[r][c] += weighted * columns[c][i];
        }
        moments[r][n] += weighted * y[i];
      }
    }
    return moments;
  }
}
