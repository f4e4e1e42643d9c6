package io.peerwatch.detection.capacity.forecast;

import java.time.ZoneId;
import java.util.Arrays;

/**
 * Hours that are to come: the day's peak times what is usual of the hour, as a ratio of its day's
 * peak, on that weekday where it was seen three times, else on any.
 */
public final class HourForecast {
  private static final int SEEN_MIN = 3;

  private final PeakForecast peaks;
  private final Days calendar;
  private final double[] shapes = new double[7 * 24];

  private HourForecast(HourSeries series, ZoneId zone, PeakForecast peaks) {
    this.peaks = peaks;
    this.calendar = new Days(zone);
    DailyPeaks daily = DailyPeaks.of(series, zone);
    double[][] ratios = new double[7 * 24][daily.size()];
    int[] seen = new int[7 * 24];
    for (int i = 0; i < daily.size(); i++) {
      long day = daily.days()[i];
      for (long hour = calendar.startOf(day); hour < calendar.startOf(day + 1); hour++) {
        double ratio = series.of(hour) / daily.peaks()[i];
        int slot = 24 * Days.weekdayOf(day) + calendar.hourOfDay(hour);
        if (Double.isFinite(ratio) && seen[slot] < daily.size()) {
          ratios[slot][seen[slot]++] = ratio;
        }
      }
    }
    for (int slot = 0; slot < shapes.length; slot++) {
      shapes[slot] = shape(ratios, seen, slot);
    }
  }

  private static double shape(double[][] ratios, int[] seen, int slot) {
    double[] usual = Arrays.copyOf(ratios[slot], seen[slot]);
    if (usual.length < SEEN_MIN) {
      usual = new double[0];
      for (int other = slot % 24; other < ratios.length; other += 24) {
        int before = usual.length;
        usual = Arrays.copyOf(usual, before + seen[other]);
        System.arraycopy(ratios[other], 0, usual, before, seen[other]);
      }
    }
    Arrays.sort(usual);
    return usual.length == 0 ? Double.NaN : Medians.quantile(usual, 0.5);
  }

  /** A forecast; null when the days known can't carry one. */
  public static HourForecast of(HourSeries series, ZoneId zone) {
    PeakForecast peaks = PeakForecast.of(series, zone);
    return peaks == null ? null : new HourForecast(series, zone, peaks);
  }

  /** The figure of an hour that is to come; NaN for an hour of the day that was never seen. */
  public double of(long hour) {
    long day = calendar.dayOf(hour);
    return peaks.peakOf(day) * shapes[24 * Days.weekdayOf(day) + calendar.hourOfDay(hour)];
  }
}
