package io.peerwatch.detection.capacity.forecast;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The highest hour of every local day that is over and of which four fifths of the hours are known.
 *
 * @param days counted from 1970-01-01, ascending
 * @param peaks by day
 * @param peakHour local hour of day that was most often the highest
 */
record DailyPeaks(long[] days, double[] peaks, int peakHour) {
  private static final double HEARD_MIN = 0.8;

  static DailyPeaks of(HourSeries series, ZoneId zone) {
    Days calendar = new Days(zone);
    List<Long> days = new ArrayList<>();
    List<Double> peaks = new ArrayList<>();
    int[] highestAt = new int[24];
    long last = calendar.dayOf(series.lastHour() + 1);
    for (long day = calendar.dayOf(series.firstHour()); day < last; day++) {
      long from = calendar.startOf(day);
      long until = calendar.startOf(day + 1);
      long peakHour = highest(series, from, until);
      if (peakHour >= 0) {
        days.add(day);
        peaks.add(series.of(peakHour));
        highestAt[calendar.hourOfDay(peakHour)]++;
      }
    }
    return new DailyPeaks(
        days.stream().mapToLong(Long::longValue).toArray(),
        peaks.stream().mapToDouble(Double::doubleValue).toArray(),
        mostOften(highestAt));
  }

  /** The hour with the highest value; -1 when too few hours are known. */
  private static long highest(HourSeries series, long from, long until) {
    long highest = -1;
    int known = 0;
    for (long hour = from; hour < until; hour++) {
      double value = series.of(hour);
      if (!Double.isNaN(value)) {
        known++;
        highest = highest < 0 || value > series.of(highest) ? hour : highest;
      }
    }
    return known >= HEARD_MIN * (until - from) ? highest : -1;
  }

  private static int mostOften(int[] counts) {
    int most = 0;
    for (int hour = 1; hour < counts.length; hour++) {
      most = counts[hour] > counts[most] ? hour : most;
    }
    return most;
  }

  int size() {
    return days.length;
  }

  /** From the first day to the last, both included; 0 when there is none. */
  long span() {
    return days.length == 0 ? 0 : days[days.length - 1] - days[0] + 1;
  }
}
