package io.peerwatch.proof.evaluate.forecast;

import io.peerwatch.detection.capacity.forecast.HourSeries;
import java.util.Arrays;

/**
 * A figure by hour, as known up to some hour.
 *
 * @param firstHour counted from the epoch
 * @param values by hour from the first; NaN where not known
 */
public record HourlyFigures(long firstHour, double[] values) implements HourSeries {

  @Override
  public long lastHour() {
    return firstHour + values.length - 1;
  }

  @Override
  public double of(long hour) {
    long at = hour - firstHour;
    return at < 0 || at >= values.length ? Double.NaN : values[(int) at];
  }

  /** What was known before an hour. */
  HourlyFigures before(long hour) {
    return new HourlyFigures(firstHour, Arrays.copyOf(values, (int) (hour - firstHour)));
  }

  /** The highest of the 24 hours from one on; NaN when a fifth of them or more is not known. */
  double peakFrom(long hour) {
    double peak = Double.NaN;
    int known = 0;
    for (long h = hour; h < hour + 24; h++) {
      double value = of(h);
      known += Double.isNaN(value) ? 0 : 1;
      peak = Double.isNaN(peak) || value > peak ? value : peak;
    }
    return known >= 20 ? peak : Double.NaN;
  }
}
