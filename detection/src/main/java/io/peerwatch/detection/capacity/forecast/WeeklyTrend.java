package io.peerwatch.detection.capacity.forecast;

import io.peerwatch.detection.capacity.forecast.Medians.Weighted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/*
 * The slope of a series with a weekly rhythm, without a model of the rhythm: the median of the
 * slopes between every two days whole weeks apart (Theil 1950, Sen 1968; by season Hirsch, Slack
 * and Smith, "Techniques of trend analysis for monthly water quality data", Water Resources
 * Research 18, 1982). Almost a third of the days may be anything. Its interval comes from the same
 * slopes by rank, its confidence from the seasonal Kendall test, whose variance is enlarged for
 * days that resemble the day before.
 */
final class WeeklyTrend {
  private static final double EIGHTY_PERCENT = 1.2816; // of a normal distribution, both sides
  private static final double RESEMBLANCE_MAX = 0.9;

  private final DailyPeaks peaks;
  private final double[] slopes;
  private final double balance; // of rising over falling pairs
  private final double variance;
  private final double perDay;

  WeeklyTrend(DailyPeaks peaks) {
    this.peaks = peaks;
    List<Double> found = new ArrayList<>();
    double rising = 0;
    int[] byWeekday = new int[7];
    for (int i = 0; i < peaks.size(); i++) {
      byWeekday[Days.weekdayOf(peaks.days()[i])]++;
      for (int j = i + 1; j < peaks.size(); j++) {
        long apart = peaks.days()[j] - peaks.days()[i];
        if (apart % 7 == 0) {
          double rise = peaks.peaks()[j] - peaks.peaks()[i];
          found.add(rise / apart);
          rising += Math.signum(rise);
        }
      }
    }
    slopes = found.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    balance = rising;
    perDay = slopes.length == 0 ? 0 : Medians.quantile(slopes, 0.5);
    double kendall =
        Arrays.stream(byWeekday).mapToDouble(n -> n * (n - 1.0) * (2.0 * n + 5) / 18).sum();
    double resemblance = resemblance();
    variance = kendall * (1 + resemblance) / (1 - resemblance);
  }

  double perDay() {
    return perDay;
  }

  /** Lower and upper end of the 80 % interval. */
  double[] interval() {
    double half = EIGHTY_PERCENT * Math.sqrt(variance) / 2 / slopes.length;
    return new double[] {
      Medians.quantile(slopes, Math.max(0, 0.5 - half)),
      Medians.quantile(slopes, Math.min(1, 0.5 + half))
    };
  }

  /** That the trend is none of chance, 0..1. */
  double confidence() {
    double z = Math.max(0, Math.abs(balance) - 1) / Math.sqrt(variance);
    return Double.isNaN(z) ? 0 : Normal.within(z);
  }

  /** Correlation of a day's deviation with that of the day before; at least 0. */
  private double resemblance() {
    double[] level = new double[peaks.size()];
    double[] weights = new double[peaks.size()];
    Arrays.fill(weights, 1);
    for (int i = 0; i < level.length; i++) {
      level[i] = peaks.peaks()[i] - perDay * peaks.days()[i];
    }
    double[] off = Weekdays.deviations(peaks.days(), level, new Weighted(level, weights).median());
    double products = 0;
    double squares = 0;
    for (int i = 1; i < off.length; i++) {
      products += peaks.days()[i] - peaks.days()[i - 1] == 1 ? off[i] * off[i - 1] : 0;
      squares += off[i] * off[i];
    }
    return squares > 0 ? Math.max(0, Math.min(RESEMBLANCE_MAX, products / squares)) : 0;
  }
}
