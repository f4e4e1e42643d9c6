package io.peerwatch.producers.simulate.scenario;

import io.peerwatch.schemas.avro.Workload;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much work a group is asked for over the day and the week.
 *
 * @param level mean share of the cores of the group's first hosts that work keeps busy, above 0
 * @param requestsPerSecond mean requests a second of the whole group, in place of the level
 * @param daily swing over the day as a ratio of the mean, 0..1
 * @param weekend how far Saturday and Sunday lie below the working days, 0..1
 * @param peakHour local hour of the day with the most work, 0..24
 * @param growthPerDay by how much of the first day's mean it grows every day
 * @param noise spread of the noise that all hosts of the group share, as a ratio
 * @param burstsPerDay how many bursts arrive a day
 * @param burstSize mean size of a burst, as a ratio of the demand
 * @param follows the group whose demand this one's follows, in place of a profile of its own
 */
public record DemandSpec(
    double level,
    OptionalDouble requestsPerSecond,
    double daily,
    double weekend,
    double peakHour,
    double growthPerDay,
    double noise,
    double burstsPerDay,
    double burstSize,
    Optional<String> follows) {

  /** The usual demand of a workload: people come by day, bots by night, batch work is even. */
  public static DemandSpec of(Workload workload) {
    return switch (workload) {
      case USER_FACING, UNKNOWN -> usual(0.35, 0.4, 0.15, 20, 0.03, 0, 0);
      case BOT -> usual(0.6, 0.12, 0, 3, 0.02, 4, 0.12);
      case BATCH -> usual(0.3, 0.1, 0, 3, 0.015, 0, 0);
    };
  }

  /** The same with another level. */
  public DemandSpec withLevel(double newLevel) {
    return new DemandSpec(
        newLevel,
        OptionalDouble.empty(),
        daily,
        weekend,
        peakHour,
        growthPerDay,
        noise,
        burstsPerDay,
        burstSize,
        follows);
  }

  /** The same at every hour of every day, but for noise. */
  public DemandSpec steady() {
    return new DemandSpec(
        level, requestsPerSecond, 0, 0, peakHour, 0, noise, burstsPerDay, burstSize, follows);
  }

  private static DemandSpec usual(
      double level,
      double daily,
      double weekend,
      double peakHour,
      double noise,
      double burstsPerDay,
      double burstSize) {
    return new DemandSpec(
        level,
        OptionalDouble.empty(),
        daily,
        weekend,
        peakHour,
        0,
        noise,
        burstsPerDay,
        burstSize,
        Optional.empty());
  }
}
