package io.peerwatch.detection.capacity.forecast;

/** The normal distribution, by formula 7.1.26 of Abramowitz and Stegun; error below 1.5e-7. */
final class Normal {
  private static final double[] A = {
    0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429
  };

  private Normal() {}

  /** Probability of lying within so many standard deviations of the mean; z at least 0. */
  static double within(double z) {
    double x = z / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double sum = 0;
    for (int i = A.length - 1; i >= 0; i--) {
      sum = (sum + A[i]) * t;
    }
    return Math.max(0, 1 - sum * StrictMath.exp(-x * x));
  }
}
