package io.peerwatch.producers.simulate.workload;

import io.peerwatch.producers.simulate.scenario.DemandSpec;

/**
 * How a group's demand runs over the day and the week, as a ratio of its mean, before any noise.
 *
 * <p>The day is a wave with a second one of twice its frequency on top, so that the night is flat
 * and the peak narrower, as traffic of people has it. A weekend's lower demand comes and goes from
 * noon to noon.
 */
public final class DemandProfile {
  private static final double SECOND_WAVE = 0.2;
  private static final int SATURDAY = 5;

  private final DemandSpec spec;

  public DemandProfile(DemandSpec spec) {
    this.spec = spec;
  }

  /**
   * @param localMillis the local time
   * @param sinceStartMillis how far it is after the scenario's start
   */
  public double at(long localMillis, long sinceStartMillis) {
    double day = 1 + spec.daily() * wave(LocalClock.dayShare(localMillis) - spec.peakHour() / 24);
    double growth = 1 + spec.growthPerDay() * sinceStartMillis / LocalClock.DAY_MILLIS;
    return day * week(localMillis) * Math.max(0, growth);
  }

  private static double wave(double sincePeak) {
    double first = StrictMath.cos(2 * Math.PI * sincePeak);
    double second = StrictMath.cos(4 * Math.PI * sincePeak);
    return (first + SECOND_WAVE * second) / (1 + SECOND_WAVE);
  }

  /** Falls from Friday noon to Saturday noon, and rises from Sunday noon to Monday noon. */
  private double week(long localMillis) {
    if (spec.weekend() == 0) {
      return 1;
    }
    long sinceNoon = localMillis - LocalClock.DAY_MILLIS / 2;
    double passed = LocalClock.dayShare(sinceNoon);
    double eased = (1 - StrictMath.cos(Math.PI * passed)) / 2;
    int day = LocalClock.dayOfWeek(sinceNoon);
    return (1 - eased) * ofDay(day) + eased * ofDay((day + 1) % 7);
  }

  private double ofDay(int dayOfWeek) {
    return dayOfWeek >= SATURDAY ? 1 - spec.weekend() : 1;
  }
}
