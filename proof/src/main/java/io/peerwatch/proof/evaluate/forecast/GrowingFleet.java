package io.peerwatch.proof.evaluate.forecast;

import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.producers.simulate.FleetSimulator;
import io.peerwatch.producers.simulate.scenario.DemandSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.HostSize;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The busiest ten minutes of every hour of a simulated web group (mean CPU over its hosts), whose
 * demand has a daily and a weekly rhythm, drifts, has bursts, and grows by a share of its first day
 * every day.
 *
 * @param growthPerDay at least 0
 */
public record GrowingFleet(double growthPerDay, long seed, int days) {
  private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  private static final Duration STEP = Duration.ofMinutes(10);
  private static final int HOSTS = 4;

  /** Runs it. */
  public HourlyFigures hours() {
    var demand =
        new DemandSpec(
            0.25,
            OptionalDouble.empty(),
            0.4,
            0.25,
            20,
            growthPerDay,
            0.04,
            3,
            0.15,
            Optional.empty());
    var web =
        GroupSpec.of(
                "web", HOSTS, Tier.APPLICATION, Workload.USER_FACING, HostSize.of(8, 16L << 30))
            .with(demand);
    long length = Duration.ofDays(days).toMillis();
    var scenario = Scenario.of("growth", seed, length, List.of(web), List.of(), List.of());
    var simulator = new FleetSimulator(scenario.withPeriod(STEP.toMillis()), seed, START);
    double[] hours = new double[days * 24];
    Arrays.fill(hours, Double.NaN);
    while (simulator.nextMillis() < START + length) {
      int hour = (int) ((simulator.nextMillis() - START) / Duration.ofHours(1).toMillis());
      double[] sum = new double[2];
      simulator.advance(
          sample -> {
            sum[0] += sample.getMetrics().get(MetricDictionary.CPU);
            sum[1]++;
          });
      double mean = sum[0] / sum[1];
      hours[hour] = Double.isNaN(hours[hour]) ? mean : Math.max(hours[hour], mean);
    }
    return new HourlyFigures(START / Duration.ofHours(1).toMillis(), hours);
  }
}
