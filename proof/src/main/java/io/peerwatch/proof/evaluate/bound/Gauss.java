package io.peerwatch.proof.evaluate.bound;

/** The standard normal distribution. */
final class Gauss {
  private static final double FAR = 40;
  private static final int HALVINGS = 80;
  private static final int TERMS = 60;

  private Gauss() {}

  /** Probability of lying above z, by the continued fraction of Laplace, near 0 by a series. */
  static double above(double z) {
    if (z < 0) {
      return 1 - above(-z);
    }
    double density = StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    if (z < 2.5) {
      double term = z;
      double sum = z;
      for (int i = 1; i < TERMS; i++) {
        term *= z * z / (2 * i + 1);
        sum += term;
      }
      return 0.5 - density * sum;
    }
    double tail = z;
    for (int i = TERMS; i > 0; i--) {
      tail = z + i / tail;
    }
    return density / tail;
  }

  /** The z above which such a share lies; {@code share} in 0..1, exclusive. */
  static double quantileAbove(double share) {
    double low = -FAR;
    double high = FAR;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (above(middle) > share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
