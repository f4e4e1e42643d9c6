package io.peerwatch.producers.simulate;

import static io.peerwatch.producers.simulate.TestFleet.HOUR;
import static io.peerwatch.producers.simulate.TestFleet.steady;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.producers.simulate.metric.Metric;
import io.peerwatch.producers.simulate.scenario.BalancerSpec;
import io.peerwatch.producers.simulate.scenario.DemandSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.producers.simulate.scenario.ServiceSpec;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is true of every queue is true of the simulated ones. */
class QueueingLawsTest {
  private static final ServiceSpec WEB = ServiceSpec.of(Tier.APPLICATION);

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.35, 0.6, 0.8})
  void shouldKeepProcessorsBusyByRateTimesDemandBelowSaturation(double level) {
    TestFleet fleet = ideal(level);
    double rate = fleet.mean("web-01", Metric.REQUEST_RATE, 0, 4 * HOUR);
    double busy = fleet.mean("web-01", Metric.CPU, 0, 4 * HOUR);
    double idle = 0.015; // the system's own
    assertThat(busy - idle).isCloseTo(rate * WEB.cpuSeconds() / 8, within(0.01));
    assertThat(rate).isCloseTo(level * 8 / WEB.cpuSeconds(), within(0.03 * rate));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.35, 0.7, 0.9, 1.5})
  void shouldHoldAsManyRequestsAsComeTimesHowLongTheyStay(double level) {
    TestFleet fleet = ideal(level);
    double rate = fleet.mean("web-01", Metric.REQUEST_RATE, 0, 4 * HOUR);
    double seconds = fleet.mean("web-01", Metric.REQUEST_DURATION, 0, 4 * HOUR);
    double tasks = fleet.mean("web-01", Metric.LOAD_15M, HOUR, 4 * HOUR);
    double idle = 0.015 * 8;
    // Requests that wait for other machines are no load here.
    assertThat(rate * (seconds - WEB.waitSeconds())).isCloseTo(tasks - idle, within(0.06 * tasks));
  }

  @Test
  void shouldServeUpToTheKnownCapacityAndNoMore() {
    var asked = new ArrayList<Double>();
    var served = new ArrayList<Double>();
    var waited = new ArrayList<Double>();
    for (double level : new double[] {0.5, 0.9, 1.0, 1.2, 2, 5}) {
      TestFleet fleet = ideal(level);
      asked.add(level);
      served.add(fleet.mean("web-01", Metric.REQUEST_RATE, 0, 4 * HOUR));
      waited.add(fleet.mean("web-01", Metric.REQUEST_DURATION, 0, 4 * HOUR));
    }
    double capacity = capacityPerSecond();
    assertThat(served).isSorted().allMatch(rate -> rate <= capacity);
    assertThat(served.get(5)).isCloseTo(capacity, within(0.03 * capacity));
    assertThat(waited).isSorted();
    assertThat(waited.get(5)).isGreaterThan(4 * waited.get(0));
  }

  @Test
  void shouldBendTheLoadAsItNearsSaturation() {
    double half = ideal(0.45).mean("web-01", Metric.LOAD_15M, HOUR, 4 * HOUR);
    double nearly = ideal(0.9).mean("web-01", Metric.LOAD_15M, HOUR, 4 * HOUR);
    assertThat(nearly).isGreaterThan(2.5 * half);
  }

  @Test
  void shouldEndAtTheDiskWhereTheDiskIsTheBottleneck() {
    ServiceSpec hungry =
        new ServiceSpec(0.002, 0, 600, 3_000, 0.5, 100_000, 60_000, 0.5, 0.7, 180, 16, true);
    GroupSpec db = quiet("db", Tier.DATABASE, hungry, 0.9);
    var scenario = Scenario.of("test", 1, HOUR, List.of(db), List.of(), List.of());
    KnownCapacity known = new FleetSimulator(scenario, 1, 0).capacities().get(0);
    assertThat(known.bottleneck()).isEqualTo("disk");
    TestFleet fleet = TestFleet.run(4, List.of(db), List.of(), List.of());
    double rate = fleet.mean("db-01", Metric.REQUEST_RATE, HOUR, 4 * HOUR);
    assertThat(rate).isCloseTo(known.requestsPerMinute() / 60, within(0.05 * rate));
    assertThat(fleet.mean("db-01", Metric.DISK_IO_TIME, HOUR, 4 * HOUR)).isGreaterThan(0.95);
    assertThat(fleet.mean("db-01", Metric.CPU, HOUR, 4 * HOUR)).isLessThan(0.5);
  }

  @Test
  void shouldGiveEveryRequestOfABalancerToSomeHost() {
    GroupSpec web = steady("web", Tier.APPLICATION, 5, 0.4);
    TestFleet fleet = TestFleet.run(4, List.of(web), List.of(), List.of());
    double sum = 0;
    for (String host : web.hostNames()) {
      sum += fleet.mean(host, Metric.REQUEST_RATE, 0, 4 * HOUR);
    }
    double asked = 0.4 * 5 * 8 / WEB.cpuSeconds();
    assertThat(sum).isCloseTo(asked, within(0.06 * asked)); // what is left is the group's noise
  }

  private static double capacityPerSecond() {
    var scenario =
        Scenario.of(
            "test",
            1,
            HOUR,
            List.of(quiet("web", Tier.APPLICATION, WEB, 0.5)),
            List.of(),
            List.of());
    return new FleetSimulator(scenario, 1, 0).capacities().get(0).requestsPerMinute() / 60;
  }

  private static TestFleet ideal(double level) {
    return TestFleet.run(
        4, List.of(quiet("web", Tier.APPLICATION, WEB, level)), List.of(), List.of());
  }

  /** One host without noise, so that laws hold but for what counting leaves to chance. */
  private static GroupSpec quiet(String name, Tier tier, ServiceSpec service, double level) {
    GroupSpec usual = steady(name, tier, 1, level);
    return new GroupSpec(
        name,
        usual.hostName(),
        tier,
        Workload.USER_FACING,
        usual.sizes(),
        new DemandSpec(level, OptionalDouble.empty(), 0, 0, 0, 0, 0, 0, 0, Optional.empty()),
        new BalancerSpec(true, true, 0, 0, List.of()),
        service,
        List.of(),
        0,
        0);
  }
}
