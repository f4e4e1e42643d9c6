package io.peerwatch.producers.simulate;

/**
 * How much work a group is given over the day and the week (UTC), the same for all of its hosts.
 *
 * @param level mean share of a host's cores that work keeps busy, 0..1
 * @param daily swing over the day as a ratio of the level, 0..1
 * @param weekly swing over the week as a ratio of the level, 0..1; the most on Wednesday
 * @param peakHour hour of the day with the most work, 0..24
 */
public record DemandProfile(double level, double daily, double weekly, double peakHour) {
  private static final double DAY_MILLIS = 86_400_000;
  private static final double WEEK_MILLIS = 7 * DAY_MILLIS;
  // 1970-01-01 was a Thursday, so that Wednesday noon is 6.5 days after it.
  private static final double WEDNESDAY_NOON_MILLIS = 6.5 * DAY_MILLIS;

  /** Share of the cores that work keeps busy at this moment, before any noise. */
  public double at(long epochMillis) {
    double day = wave(epochMillis - peakHour / 24 * DAY_MILLIS, DAY_MILLIS);
    double week = wave(epochMillis - WEDNESDAY_NOON_MILLIS, WEEK_MILLIS);
    return level * (1 + daily * day) * (1 + weekly * week);
  }

  private static double wave(double sincePeakMillis, double periodMillis) {
    return StrictMath.cos(2 * Math.PI * (sincePeakMillis / periodMillis));
  }
}
