package io.peerwatch.producers.simulate;

import static io.peerwatch.producers.simulate.TestFleet.HOUR;
import static io.peerwatch.producers.simulate.TestFleet.MINUTE;
import static io.peerwatch.producers.simulate.TestFleet.START;
import static io.peerwatch.producers.simulate.TestFleet.steady;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.producers.simulate.metric.Metric;
import io.peerwatch.producers.simulate.scenario.FaultKind;
import io.peerwatch.producers.simulate.scenario.FaultSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.csv.Label;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault against a twin of the fleet that hasn't got it. */
class FaultsTest {
  private static final GroupSpec DB = steady("db", Tier.DATABASE, 4, 0.35);
  private static final String HOST = "db-02";
  private static final TestFleet HEALTHY = run(List.of());

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void shouldChangeNothingBeforeItStartsNorAnybodyElse(FaultKind kind) {
    TestFleet ill = run(List.of(usual(kind)));
    assertThat(before(ill)).isEqualTo(before(HEALTHY));
    assertThat(ill.of("db-01")).isEqualTo(HEALTHY.of("db-01"));
    assertThat(ill.of("db-03")).isEqualTo(HEALTHY.of("db-03"));
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void shouldChangeEveryMetricThatItSaysItDoes(FaultKind kind) {
    TestFleet ill = run(List.of(usual(kind)));
    for (String name : kind.metrics()) {
      Metric metric = Metric.named(name);
      double[] is = ill.values(HOST, metric, 2 * HOUR, 3 * HOUR);
      double[] was = HEALTHY.values(HOST, metric, 2 * HOUR, 3 * HOUR);
      double moved = 0;
      for (int i = 0; i < is.length; i++) {
        moved += Math.abs(is[i] - was[i]) / is.length;
      }
      assertThat(moved)
          .as("%s of %s against %s", name, kind, Arrays.stream(was).average())
          .isGreaterThan(0.001 * Arrays.stream(was).average().orElseThrow());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"SILENCE", "SKEWED_CLOCK"},
      mode = EnumSource.Mode.EXCLUDE)
  void shouldBeOverSoonAfterItsEnd(FaultKind kind) {
    TestFleet ill = run(List.of(usual(kind)));
    for (Metric metric : List.of(Metric.CPU, Metric.REQUEST_RATE, Metric.MEMORY, Metric.LOAD_1M)) {
      double was = HEALTHY.mean(HOST, metric, 4 * HOUR, 5 * HOUR);
      assertThat(ill.mean(HOST, metric, 4 * HOUR, 5 * HOUR)).isCloseTo(was, within(0.03 * was));
    }
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void shouldHaveOneLabelThatCoversItAndNothingElse(FaultKind kind) {
    var scenario = Scenario.of("test", 1, 5 * HOUR, List.of(DB), List.of(usual(kind)), List.of());
    List<Label> labels = Truth.labels(scenario, START, START + 5 * HOUR);
    Instant from = Instant.ofEpochMilli(START + 2 * HOUR);
    assertThat(labels)
        .containsExactly(
            new Label(HOST, from, from.plusMillis(HOUR), kind.metrics(), "db", kind.label()));
  }

  @Test
  void shouldRampUpWhenTold() {
    var fault =
        new FaultSpec(
            FaultKind.CPU_HOG, "db", HOST, 2 * HOUR, HOUR, 0.6, 30 * MINUTE, List.of(), 0, 0);
    TestFleet ill = run(List.of(fault));
    double early = added(ill, Metric.CPU, 2 * HOUR, 2 * HOUR + 10 * MINUTE);
    double late = added(ill, Metric.CPU, 2 * HOUR + 30 * MINUTE, 3 * HOUR);
    assertThat(early).isCloseTo(0.1, within(0.03));
    assertThat(late).isCloseTo(0.6, within(0.04));
  }

  @Test
  void shouldPageAndBeKilledAndLeakAnewWhenALeakGoesOn() {
    var leak = FaultSpec.of(FaultKind.MEMORY_LEAK, "db", HOST, HOUR, 3 * HOUR).withStrength(1.2);
    TestFleet ill = run(List.of(leak));
    double[] memory = ill.values(HOST, Metric.MEMORY, HOUR, 4 * HOUR);
    double[] paging = ill.values(HOST, Metric.PAGING_OPERATIONS, HOUR, 4 * HOUR);
    double[] requests = ill.values(HOST, Metric.REQUEST_RATE, HOUR, 4 * HOUR);
    assertThat(Arrays.stream(memory).max().orElseThrow()).isGreaterThan(0.97);
    assertThat(Arrays.stream(paging).max().orElseThrow()).isGreaterThan(1_000);
    assertThat(Arrays.stream(requests).min().orElseThrow()).as("while killed").isZero();
    int kills = 0;
    for (int i = 1; i < memory.length; i++) {
      kills += memory[i] < memory[i - 1] - 0.2 ? 1 : 0;
    }
    assertThat(kills).isBetween(2, 6);
  }

  @Test
  void shouldShowOldValuesWhileLagging() {
    TestFleet ill = run(List.of(usual(FaultKind.LAG)));
    double[] late = ill.values(HOST, Metric.REQUEST_RATE, 2 * HOUR, 3 * HOUR);
    double[] then =
        HEALTHY.values(HOST, Metric.REQUEST_RATE, 2 * HOUR - 3 * MINUTE, 3 * HOUR - 3 * MINUTE);
    assertThat(late).containsExactly(then);
  }

  @Test
  void shouldStickOnlyWhatIsNamed() {
    var fault =
        new FaultSpec(
            FaultKind.STUCK_VALUE,
            "db",
            HOST,
            2 * HOUR,
            HOUR,
            1,
            0,
            List.of(Metric.CPU.canonical()),
            0,
            0);
    TestFleet ill = run(List.of(fault));
    assertThat(ill.values(HOST, Metric.CPU, 2 * HOUR, 3 * HOUR))
        .containsOnly(HEALTHY.values(HOST, Metric.CPU, 2 * HOUR, 2 * HOUR + 1)[0]);
    assertThat(ill.values(HOST, Metric.LOAD_1M, 2 * HOUR, 3 * HOUR))
        .containsExactly(HEALTHY.values(HOST, Metric.LOAD_1M, 2 * HOUR, 3 * HOUR));
  }

  @Test
  void shouldMisdateSamplesByOffsetAndDrift() {
    var fault =
        new FaultSpec(
            FaultKind.SKEWED_CLOCK,
            "db",
            HOST,
            2 * HOUR,
            HOUR,
            1,
            0,
            List.of(),
            -5 * MINUTE,
            2 * MINUTE);
    List<Long> times =
        run(List.of(fault)).of(HOST).stream().map(TestFleet::at).toList().subList(119, 181);
    assertThat(times.get(0)).isEqualTo(119 * MINUTE);
    assertThat(times.get(1)).isEqualTo(115 * MINUTE);
    assertThat(times.get(31)).isEqualTo(146 * MINUTE); // half an hour later, drifted by a minute
    assertThat(times.get(61)).isEqualTo(180 * MINUTE);
  }

  @Test
  void shouldSendNothingWhileSilent() {
    assertThat(run(List.of(usual(FaultKind.SILENCE))).values(HOST, Metric.CPU, 2 * HOUR, 3 * HOUR))
        .isEmpty();
  }

  @Test
  void shouldLoseAndRegainRequestsWhileFlapping() {
    double[] requests =
        run(List.of(usual(FaultKind.FLAPPING)))
            .values(HOST, Metric.REQUEST_RATE, 2 * HOUR, 3 * HOUR);
    double was = HEALTHY.mean(HOST, Metric.REQUEST_RATE, 2 * HOUR, 3 * HOUR);
    assertThat(Arrays.stream(requests).filter(rate -> rate < was / 4).count()).isEqualTo(30);
    assertThat(Arrays.stream(requests).filter(rate -> rate > was / 2).count()).isEqualTo(30);
  }

  @Test
  void shouldKeepThroughputUnderGraySlowness() {
    TestFleet ill = run(List.of(usual(FaultKind.GRAY_SLOWNESS)));
    double rate = HEALTHY.mean(HOST, Metric.REQUEST_RATE, 2 * HOUR, 3 * HOUR);
    double seconds = HEALTHY.mean(HOST, Metric.REQUEST_DURATION, 2 * HOUR, 3 * HOUR);
    assertThat(ill.mean(HOST, Metric.REQUEST_RATE, 2 * HOUR, 3 * HOUR))
        .isCloseTo(rate, within(0.01 * rate));
    assertThat(ill.mean(HOST, Metric.REQUEST_DURATION, 2 * HOUR, 3 * HOUR))
        .isCloseTo(1.3 * seconds, within(0.1 * seconds));
  }

  private static double added(TestFleet ill, Metric metric, long from, long until) {
    return ill.mean(HOST, metric, from, until) - HEALTHY.mean(HOST, metric, from, until);
  }

  private static FaultSpec usual(FaultKind kind) {
    return FaultSpec.of(kind, "db", HOST, 2 * HOUR, HOUR);
  }

  private static List<HostSample> before(TestFleet fleet) {
    return fleet.of(HOST).stream().filter(sample -> TestFleet.at(sample) < 2 * HOUR).toList();
  }

  private static TestFleet run(List<FaultSpec> faults) {
    return TestFleet.run(5, List.of(DB), faults, List.of());
  }
}
