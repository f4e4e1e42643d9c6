package io.peerwatch.proof.evaluate.forecast;

import java.util.function.LongToDoubleFunction;

/** The line of least squares. */
final class Line {
  private Line() {}

  static LongToDoubleFunction through(
      HourlyFigures past, long from, int step, LongToDoubleFunction figures) {
    double n = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (long hour = from; hour + step - 1 <= past.lastHour(); hour += step) {
      double y = figures.applyAsDouble(hour);
      if (!Double.isNaN(y)) {
        double x = hour - from;
        n++;
        sumX += x;
        sumY += y;
        sumXx += x * x;
        sumXy += x * y;
      }
    }
    double slope = (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
    double start = (sumY - slope * sumX) / n;
    return hour -> start + slope * (hour - from);
  }
}
