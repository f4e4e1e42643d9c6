package io.peerwatch.producers.simulate.yaml;

import static io.peerwatch.producers.simulate.yaml.Forms.NAME;
import static io.peerwatch.producers.simulate.yaml.Forms.number;
import static io.peerwatch.producers.simulate.yaml.Key.optional;

import io.peerwatch.producers.simulate.scenario.DemandSpec;
import io.peerwatch.schemas.avro.Workload;
import java.util.function.ToDoubleFunction;

/** The keys of a group's demand. */
final class DemandKeys {
  static final Key<Double> LEVEL =
      optional(
          "level",
          number(0.001, 5),
          byWorkload(DemandSpec::level),
          "Mean share of the cores of the group's first hosts that requests keep busy. Above 1 is"
              + " more than they can serve.");
  static final Key<Double> REQUESTS =
      optional(
          "requestsPerSecond",
          number(0.001, 1e9),
          "by level",
          "Mean requests a second of the whole group, in place of level.");
  static final Key<Double> DAILY =
      optional(
          "daily",
          number(0, 1),
          byWorkload(DemandSpec::daily),
          "Swing over the day as a ratio of the mean; half of what lies between night and peak.");
  static final Key<Double> WEEKEND =
      optional(
          "weekend",
          number(0, 1),
          byWorkload(DemandSpec::weekend),
          "How far Saturday and Sunday lie below the working days, as a ratio.");
  static final Key<Double> PEAK_HOUR =
      optional(
          "peakHour",
          number(0, 24),
          byWorkload(DemandSpec::peakHour),
          "Local hour with the most work.");
  static final Key<Double> GROWTH =
      optional(
          "growthPerDay",
          number(-1, 10),
          "0",
          "By how much of the first day's mean demand grows every day.");
  static final Key<Double> DEMAND_NOISE =
      optional(
          "noise",
          number(0, 0.5),
          byWorkload(DemandSpec::noise),
          "Spread of the noise that all hosts of the group share, as a ratio; correlated over 1 and"
              + " 20 minutes and half a day.");
  static final Key<Double> BURSTS =
      optional(
          "burstsPerDay",
          number(0, 1000),
          byWorkload(DemandSpec::burstsPerDay),
          "How many bursts of requests come a day, at random; each fades within 7 minutes.");
  static final Key<Double> BURST_SIZE =
      optional(
          "burstSize",
          number(0, 10),
          byWorkload(DemandSpec::burstSize),
          "Mean size of a burst as a ratio of the demand; the tail is heavy.");
  static final Key<String> FOLLOWS =
      optional(
          "follows",
          NAME,
          "its own profile",
          "A group whose demand this one's rises and falls with; then only level or"
              + " requestsPerSecond and noise may be told.");
  static final Keys KEYS =
      Keys.of(
          "demand",
          LEVEL,
          REQUESTS,
          DAILY,
          WEEKEND,
          PEAK_HOUR,
          GROWTH,
          DEMAND_NOISE,
          BURSTS,
          BURST_SIZE,
          FOLLOWS);

  private DemandKeys() {}

  private static String byWorkload(ToDoubleFunction<DemandSpec> usual) {
    return Forms.byEach(Workload.values(), kind -> usual.applyAsDouble(DemandSpec.of(kind)));
  }
}
