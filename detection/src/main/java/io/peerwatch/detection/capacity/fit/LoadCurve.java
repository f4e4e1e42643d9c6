package io.peerwatch.detection.capacity.fit;

import java.util.Arrays;

/*
 * Load per core over requests x of a core:
 *
 *   y(x) = a + b x + k q(x / s),   q(ρ) = ρ^√(2(c+1)) / (c (1 − ρ)),   a, b, k >= 0
 *
 * a is there without requests, b x is in service, and k q waits: the mean queue of c servers by
 * Sakasegawa's approximation ("An approximation formula Lq ≈ αρ^β/(1−ρ)", Annals of the Institute
 * of Statistical Mathematics 29, 1977), with k for how irregular the work is (Allen and Cunneen).
 * s is where it saturates. With k = 0 it is a straight line. s is tried on a grid, with the cores
 * of a host as servers and with one, as a disk is; a, b and k follow by least squares. Where CPU
 * says at how many requests the processors are full, that s is tried too, and stays unless another
 * fits much better: from windows with little load alone s cannot be told.
 */
final class LoadCurve {
  private static final double[] BEYOND = {
    1.01, 1.03, 1.06, 1.1, 1.15, 1.2, 1.3, 1.4, 1.6, 1.8, 2.1, 2.5, 3, 4, 6
  };
  private static final double MUCH_BETTER = 0.6;
  private static final double NEARLY_FULL = 0.9995;

  private final double[] coefficients;
  private final double saturation;
  private final double exponent;
  private final int servers;
  private final double cost;

  private LoadCurve(NonNegative.Solution solution, double saturation, int servers) {
    this.coefficients = solution.coefficients();
    this.cost = solution.cost();
    this.saturation = saturation;
    this.servers = servers;
    this.exponent = exponent(servers);
  }

  /**
   * The curve that fits best.
   *
   * @param cores of a host, at least 1
   * @param full requests at which CPU would be full; NaN when not known
   */
  static LoadCurve through(Points points, int cores, double full) {
    LoadCurve best = null;
    for (double beyond : BEYOND) {
      double saturation = beyond * points.largestX();
      best = better(best, at(points, saturation, cores), 1);
      best = better(best, at(points, saturation, 1), 1);
    }
    boolean believable = full > points.largestX() * BEYOND[0];
    return believable ? better(at(points, full, cores), best, MUCH_BETTER) : best;
  }

  private static LoadCurve better(LoadCurve one, LoadCurve other, double by) {
    return one == null || other.cost < by * one.cost ? other : one;
  }

  private static LoadCurve at(Points points, double saturation, int servers) {
    double exponent = exponent(servers);
    double[][] columns = new double[3][points.size()];
    Arrays.fill(columns[0], 1);
    columns[1] = points.x();
    for (int i = 0; i < points.size(); i++) {
      columns[2][i] = waiting(points.x()[i] / saturation, exponent, servers);
    }
    return new LoadCurve(
        new NonNegative(columns, points.y(), points.variance()).solve(), saturation, servers);
  }

  private static double exponent(int servers) {
    return Math.sqrt(2.0 * (servers + 1));
  }

  private static double waiting(double ratio, double exponent, int servers) {
    double full = Math.min(NEARLY_FULL, ratio);
    return StrictMath.pow(full, exponent) / (servers * (1 - full));
  }

  double at(double x) {
    return coefficients[0]
        + coefficients[1] * x
        + coefficients[2] * waiting(x / saturation, exponent, servers);
  }

  /** Requests at which the curve reaches a level; infinite when it never does. */
  double reaches(double level) {
    if (at(0) >= level) {
      return 0;
    }
    double low = 0;
    double high = coefficients[2] > 0 ? saturation * NEARLY_FULL : 100 * saturation;
    if (at(high) < level) {
      return Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (at(middle) < level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
