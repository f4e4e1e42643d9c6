package io.peerwatch.detection.capacity.fit;

import java.util.Arrays;

/** CPU over requests: a robust straight line, as work costs what it costs. */
final class CpuLine {
  private final double[] coefficients;

  private CpuLine(double[] coefficients) {
    this.coefficients = coefficients;
  }

  static CpuLine through(Points points) {
    double[] ones = new double[points.size()];
    Arrays.fill(ones, 1);
    double[][] columns = {ones, points.x()};
    return new CpuLine(
        new NonNegative(columns, points.y(), points.variance()).solve().coefficients());
  }

  /** Requests at which CPU reaches a level; infinite when it never does. */
  double reaches(double level) {
    double room = Math.max(0, level - coefficients[0]);
    return coefficients[1] > 0 ? room / coefficients[1] : Double.POSITIVE_INFINITY;
  }
}
