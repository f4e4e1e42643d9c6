package io.peerwatch.detection.capacity.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What is usual of each weekday beside the others. */
final class Weekdays {
  private static final int SEEN_MIN = 2;

  private Weekdays() {}

  /** Median difference from a level by weekday, Monday first; 0 for one that is hardly known. */
  static double[] profile(long[] days, double[] values, double level) {
    double[] profile = new double[7];
    for (int weekday = 0; weekday < 7; weekday++) {
      int of = weekday;
      double[] seen =
          IntStream.range(0, days.length)
              .filter(i -> Days.weekdayOf(days[i]) == of)
              .mapToDouble(i -> values[i] - level)
              .sorted()
              .toArray();
      profile[weekday] = seen.length < SEEN_MIN ? 0 : Medians.quantile(seen, 0.5);
    }
    return profile;
  }

  /** What is left of values when level and weekday are taken off. */
  static double[] deviations(long[] days, double[] values, double level) {
    double[] profile = profile(days, values, level);
    double[] left = new double[values.length];
    Arrays.setAll(left, i -> values[i] - level - profile[Days.weekdayOf(days[i])]);
    return left;
  }
}
