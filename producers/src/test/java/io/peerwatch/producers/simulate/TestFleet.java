package io.peerwatch.producers.simulate;

import io.peerwatch.producers.simulate.metric.Metric;
import io.peerwatch.producers.simulate.scenario.DemandSpec;
import io.peerwatch.producers.simulate.scenario.EventSpec;
import io.peerwatch.producers.simulate.scenario.FaultSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.HostSize;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A fleet built without YAML, and its samples by host. */
final class TestFleet {
  static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  static final long MINUTE = 60_000;
  static final long HOUR = 60 * MINUTE;
  static final HostSize EIGHT_CORES = HostSize.of(8, 16L << 30);

  private final List<HostSample> samples = new ArrayList<>();

  private TestFleet() {}

  /** A group whose demand doesn't know the hour. */
  static GroupSpec steady(String name, Tier tier, int hosts, double level) {
    return GroupSpec.of(name, hosts, tier, Workload.USER_FACING, EIGHT_CORES)
        .with(DemandSpec.of(Workload.USER_FACING).steady().withLevel(level));
  }

  static TestFleet run(
      long hours, List<GroupSpec> groups, List<FaultSpec> faults, List<EventSpec> events) {
    var scenario = Scenario.of("test", 1, hours * HOUR, groups, faults, events);
    var fleet = new TestFleet();
    var simulator = new FleetSimulator(scenario.withPeriod(MINUTE), 1, START);
    while (simulator.nextMillis() < START + hours * HOUR) {
      simulator.advance(fleet.samples::add);
    }
    return fleet;
  }

  List<HostSample> of(String host) {
    return samples.stream().filter(sample -> sample.getHost().equals(host)).toList();
  }

  /** Mean of a metric over [fromMillis, untilMillis) of the scenario; NaN without samples. */
  double mean(String host, Metric metric, long fromMillis, long untilMillis) {
    return Arrays.stream(values(host, metric, fromMillis, untilMillis))
        .average()
        .orElse(Double.NaN);
  }

  double[] values(String host, Metric metric, long fromMillis, long untilMillis) {
    return of(host).stream()
        .filter(sample -> at(sample) >= fromMillis && at(sample) < untilMillis)
        .mapToDouble(sample -> sample.getMetrics().getOrDefault(metric.canonical(), Double.NaN))
        .toArray();
  }

  static long at(HostSample sample) {
    return sample.getTimestamp().toEpochMilli() - START;
  }
}
