package io.peerwatch.detection.evidence;

/**
 * Inverse square roots of symmetric matrices by Jacobi's rotations: slow for large matrices, exact
 * to rounding, and the same on every machine ({@code strictfp} is the rule since Java 17).
 */
final class SymmetricRoot {

  private static final int SWEEPS_MAX = 60;
  private static final double SMALL = 1e-22;

  private SymmetricRoot() {}

  /**
   * (A + ridge · I)^(−1/2).
   *
   * @param matrix n × n by rows, symmetric, overwritten
   */
  static double[] inverse(double[] matrix, int n, double ridge) {
    double[] vectors = new double[n * n];
    for (int i = 0; i < n; i++) {
      vectors[i * n + i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS_MAX && offDiagonal(matrix, n) > SMALL; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(matrix, vectors, n, p, q);
        }
      }
    }
    return assemble(matrix, vectors, n, ridge);
  }

  private static double offDiagonal(double[] a, int n) {
    double off = 0;
    double all = 0;
    for (int i = 0; i < n; i++) {
      all += a[i * n + i] * a[i * n + i];
      for (int j = i + 1; j < n; j++) {
        off += a[i * n + j] * a[i * n + j];
      }
    }
    return all > 0 ? off / all : 0;
  }

  private static void rotate(double[] a, double[] vectors, int n, int p, int q) {
    double apq = a[p * n + q];
    if (apq == 0) {
      return;
    }
    double theta = (a[q * n + q] - a[p * n + p]) / (2 * apq);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cos = 1 / Math.sqrt(t * t + 1);
    double sin = t * cos;
    for (int k = 0; k < n; k++) {
      double akp = a[k * n + p];
      double akq = a[k * n + q];
      a[k * n + p] = cos * akp - sin * akq;
      a[k * n + q] = sin * akp + cos * akq;
    }
    for (int k = 0; k < n; k++) {
      double apk = a[p * n + k];
      double aqk = a[q * n + k];
      a[p * n + k] = cos * apk - sin * aqk;
      a[q * n + k] = sin * apk + cos * aqk;
      double vkp = vectors[k * n + p];
      double vkq = vectors[k * n + q];
      vectors[k * n + p] = cos * vkp - sin * vkq;
      vectors[k * n + q] = sin * vkp + cos * vkq;
    }
  }

  private static double[] assemble(double[] a, double[] vectors, int n, double ridge) {
    double[] root = new double[n * n];
    for (int k = 0; k < n; k++) {
      double weight = 1 / Math.sqrt(Math.max(0, a[k * n + k]) + ridge);
      for (int i = 0; i < n; i++) {
        double vik = vectors[i * n + k] * weight;
        for (int j = 0; j < n; j++) {
          root[i * n + j] += vik * vectors[j * n + k];
        }
      }
    }
    return root;
  }
}
