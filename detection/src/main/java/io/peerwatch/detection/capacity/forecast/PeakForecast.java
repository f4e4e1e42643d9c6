package io.peerwatch.detection.capacity.forecast;

import io.peerwatch.detection.capacity.forecast.Medians.Weighted;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * Daily peaks that are to come: the level of late, a robust trend, and what is usual of the
 * weekday. A trend counts as far as it is believed: not at all at a confidence of a half, fully at
 * 95 %.
 */
public final class PeakForecast {
  static final int DAYS_MIN = 14;
  private static final double KNOWN_MIN = 0.7; // of those days
  private static final double LEVEL_HALF_LIFE_DAYS = 7;
  private static final double DOUBTED = 0.5;
  private static final double BELIEVED = 0.95;

  private final DailyPeaks peaks;
  private final ZoneId zone;
  private final WeeklyTrend trend;
  private final double level; // on the day 0
  private final double[] weekdays;
  private final double[] deviations;

  private PeakForecast(DailyPeaks peaks, ZoneId zone) {
    this.peaks = peaks;
    this.zone = zone;
    this.trend = new WeeklyTrend(peaks);
    double[] levels = new double[peaks.size()];
    double[] recent = new double[peaks.size()];
    long last = peaks.days()[peaks.size() - 1];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = peaks.peaks()[i] - believed() * (peaks.days()[i] - last);
      double age = last - peaks.days()[i];
      recent[i] = StrictMath.pow(0.5, age / LEVEL_HALF_LIFE_DAYS);
    }
    double all = Medians.quantile(Arrays.stream(levels).sorted().toArray(), 0.5);
    double[] usual = Weekdays.profile(peaks.days(), levels, all);
    double[] bare = new double[levels.length];
    Arrays.setAll(bare, i -> levels[i] - usual[Days.weekdayOf(peaks.days()[i])]);
    this.weekdays = usual;
    this.level = new Weighted(bare, recent).median();
    double[] off = Weekdays.deviations(peaks.days(), levels, all);
    Arrays.sort(off);
    this.deviations = off;
  }

  /** A forecast; null when the days known can't carry one, see {@link #whyNot}. */
  public static PeakForecast of(HourSeries series, ZoneId zone) {
    DailyPeaks peaks = DailyPeaks.of(series, zone);
    return whyNot(peaks).isEmpty() ? new PeakForecast(peaks, zone) : null;
  }

  /** Why there is no forecast; empty when there is one. */
  public static String whyNot(HourSeries series, ZoneId zone) {
    return whyNot(DailyPeaks.of(series, zone));
  }

  private static String whyNot(DailyPeaks peaks) {
    if (peaks.span() < DAYS_MIN) {
      return "only " + peaks.span() + " of the " + DAYS_MIN + " days that a trend needs are known";
    }
    return peaks.size() < KNOWN_MIN * peaks.span()
        ? "too many days of the " + peaks.span() + " known ones are missing"
        : "";
  }

  /** Change of the daily peak per day. */
  public double perDay() {
    return trend.perDay();
  }

  /** That the trend is none of chance, 0..1. */
  public double confidence() {
    return trend.confidence();
  }

  /** Days known, first to last. */
  public long daysKnown() {
    return peaks.span();
  }

  /** The last local day known, counted from 1970-01-01. */
  public long lastDay() {
    return peaks.days()[peaks.size() - 1];
  }

  /** The peak of a local day that is to come. */
  public double peakOf(long day) {
    return peakOf(day, believed(), 0);
  }

  /** The lower end of the 80 % interval of that. */
  public double lowOf(long day) {
    return peakOf(day, Math.min(believed(), trend.interval()[0]), deviation(0.1));
  }

  /** The upper end of it. */
  public double highOf(long day) {
    return peakOf(day, Math.max(believed(), trend.interval()[1]), deviation(0.9));
  }

  /** When the peak of a day comes, in epoch milliseconds. */
  public long peakAt(long day) {
    return (new Days(zone).startOf(day) + peaks.peakHour()) * 3_600_000L;
  }

  private double peakOf(long day, double perDay, double off) {
    return level + perDay * (day - lastDay()) + weekdays[Days.weekdayOf(day)] + off;
  }

  private double deviation(double share) {
    return Medians.quantile(deviations, share);
  }

  private double believed() {
    double belief = (trend.confidence() - DOUBTED) / (BELIEVED - DOUBTED);
    return trend.perDay() * Math.max(0, Math.min(1, belief));
  }
}
