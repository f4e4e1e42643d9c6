package io.peerwatch.producers.simulate;

import static io.peerwatch.producers.simulate.TestFleet.EIGHT_CORES;
import static io.peerwatch.producers.simulate.TestFleet.HOUR;
import static io.peerwatch.producers.simulate.TestFleet.MINUTE;
import static io.peerwatch.producers.simulate.TestFleet.START;
import static io.peerwatch.producers.simulate.TestFleet.steady;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.producers.simulate.metric.Metric;
import io.peerwatch.producers.simulate.scenario.EventKind;
import io.peerwatch.producers.simulate.scenario.EventSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.HostSize;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.schemas.avro.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens harmlessly, and what it does to whom. */
class EventsTest {
  private static final GroupSpec WEB = steady("web", Tier.APPLICATION, 4, 0.35);
  private static final GroupSpec API = steady("api", Tier.APPLICATION, 4, 0.35);
  private static final TestFleet QUIET = run(List.of());
  private static final long AT = 2 * HOUR;

  @ParameterizedTest
  @EnumSource(EventKind.class)
  void shouldHaveNoLabelAndALineInTheListOfEvents(EventKind kind) throws IOException {
    EventSpec event = event(kind, List.of("web-02"), 1, 1);
    var scenario = Scenario.of("test", 1, 5 * HOUR, List.of(WEB, API), List.of(), List.of(event));
    assertThat(Truth.labels(scenario, START, START + 5 * HOUR)).isEmpty();
    Path file = folder.resolve("events.csv");
    EventsCsv.write(file, scenario, START, START + 5 * HOUR);
    assertThat(Files.readAllLines(file))
        .startsWith("group,start,end,kind,hosts")
        .anyMatch(
            line ->
                line.startsWith(
                    "web,%d,%d,%s,".formatted(START + AT, START + AT + HOUR, kind.label())));
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(EventKind.class)
  void shouldChangeNothingBeforeItStarts(EventKind kind) {
    TestFleet fleet = run(List.of(event(kind, List.of("web-02"), 1, 1)));
    for (String host : WEB.hostNames()) {
      assertThat(fleet.values(host, Metric.CPU, 0, AT))
          .containsExactly(QUIET.values(host, Metric.CPU, 0, AT));
    }
  }

  @Test
  void shouldRestartHostsOneAfterAnotherAndLeaveThemAtANewLevel() {
    TestFleet fleet = run(List.of(event(EventKind.ROLLING_DEPLOY, List.of(), 1.3, 1)));
    long first = restartedAt(fleet, "web-01");
    long last = restartedAt(fleet, "web-04");
    assertThat(first).isEqualTo(AT);
    assertThat(last).isBetween(AT + 30 * MINUTE, AT + HOUR);
    double was = QUIET.mean("web-03", Metric.CPU, 4 * HOUR, 5 * HOUR);
    assertThat(fleet.mean("web-03", Metric.CPU, 4 * HOUR, 5 * HOUR))
        .isCloseTo(1.3 * was, within(0.05 * was));
    assertThat(fleet.mean("web-03", Metric.MEMORY, AT, AT + HOUR))
        .as("a fresh service has its memory still to fill")
        .isLessThan(QUIET.mean("web-03", Metric.MEMORY, AT, AT + HOUR));
    assertThat(fleet.values("web-03", Metric.UPTIME, 4 * HOUR, 5 * HOUR))
        .as("the machine wasn't booted")
        .containsExactly(QUIET.values("web-03", Metric.UPTIME, 4 * HOUR, 5 * HOUR));
  }

  @Test
  void shouldRestartHostsAtDifferentMomentsOfADeployAtOnce() {
    TestFleet fleet = run(List.of(event(EventKind.DEPLOY_AT_ONCE, List.of(), 0.8, 1)));
    List<Long> restarts = WEB.hostNames().stream().map(host -> restartedAt(fleet, host)).toList();
    assertThat(restarts).allMatch(at -> at >= AT && at <= AT + HOUR / 2).doesNotHaveDuplicates();
    double was = QUIET.mean("web-03", Metric.CPU, 4 * HOUR, 5 * HOUR);
    assertThat(fleet.mean("web-03", Metric.CPU, 4 * HOUR, 5 * HOUR)).isLessThan(0.85 * was);
  }

  @Test
  void shouldBringMoreRequestsInASurgeAndOnlyThen() {
    TestFleet fleet = run(List.of(event(EventKind.SURGE, List.of(), 1, 0.5)));
    double was = QUIET.mean("web-01", Metric.REQUEST_RATE, AT, AT + HOUR);
    assertThat(fleet.mean("web-01", Metric.REQUEST_RATE, AT, AT + HOUR))
        .isCloseTo(1.5 * was, within(0.02 * was));
    assertThat(fleet.values("web-01", Metric.REQUEST_RATE, AT + HOUR, 5 * HOUR))
        .containsExactly(QUIET.values("web-01", Metric.REQUEST_RATE, AT + HOUR, 5 * HOUR));
  }

  @Test
  void shouldMoveRequestsFromOneGroupToTheOtherInAFailover() {
    TestFleet fleet = run(List.of(event(EventKind.FAILOVER, List.of(), 1, 1)));
    double gone = QUIET.mean("web-01", Metric.REQUEST_RATE, AT, AT + HOUR);
    double had = QUIET.mean("api-01", Metric.REQUEST_RATE, AT, AT + HOUR);
    assertThat(fleet.mean("web-01", Metric.REQUEST_RATE, AT, AT + HOUR)).isZero();
    assertThat(fleet.mean("api-01", Metric.REQUEST_RATE, AT, AT + HOUR))
        .isCloseTo(had + gone, within(0.2 * had));
  }

  @Test
  void shouldTakeWorkFromTheOthersWhenHostsJoin() {
    TestFleet fleet = run(List.of(event(EventKind.HOSTS_JOIN, List.of(), 1, 1)));
    assertThat(fleet.values("web-05", Metric.CPU, 0, AT)).isEmpty();
    assertThat(fleet.of("web-06")).isNotEmpty();
    assertThat(fleet.of("web-06").get(0).getMetrics().get(Metric.UPTIME.canonical()))
        .isLessThan(120);
    double was = QUIET.mean("web-01", Metric.REQUEST_RATE, 4 * HOUR, 5 * HOUR);
    assertThat(fleet.mean("web-01", Metric.REQUEST_RATE, 4 * HOUR, 5 * HOUR))
        .isCloseTo(was * 4 / 6, within(0.05 * was));
  }

  @Test
  void shouldGiveTheWorkOfThoseThatLeaveToTheOthers() {
    TestFleet fleet = run(List.of(event(EventKind.HOSTS_LEAVE, List.of("web-02"), 1, 1)));
    assertThat(fleet.values("web-02", Metric.CPU, AT + 2 * MINUTE, 5 * HOUR)).isEmpty();
    double was = QUIET.mean("web-01", Metric.REQUEST_RATE, 4 * HOUR, 5 * HOUR);
    assertThat(fleet.mean("web-01", Metric.REQUEST_RATE, 4 * HOUR, 5 * HOUR))
        .isCloseTo(was * 4 / 3, within(0.06 * was));
  }

  @Test
  void shouldBootBiggerHostsAndGiveThemMoreWork() {
    TestFleet fleet = run(List.of(event(EventKind.BIGGER_HOSTS, List.of("web-02"), 1, 1)));
    assertThat(fleet.values("web-02", Metric.CORES, 4 * HOUR, 5 * HOUR)).containsOnly(16);
    double was = QUIET.mean("web-02", Metric.REQUEST_RATE, 4 * HOUR, 5 * HOUR);
    assertThat(fleet.mean("web-02", Metric.REQUEST_RATE, 4 * HOUR, 5 * HOUR))
        .isCloseTo(was * 2 * 4 / 5, within(0.06 * was));
    assertThat(fleet.mean("web-02", Metric.UPTIME, 4 * HOUR, 5 * HOUR))
        .isLessThan(4.0 * HOUR / 1e3);
  }

  @Test
  void shouldTakeHostsOutOfServiceForMaintenanceAndBootThem() {
    TestFleet fleet = run(List.of(event(EventKind.MAINTENANCE, List.of("web-02"), 1, 1)));
    assertThat(Arrays.stream(fleet.values("web-02", Metric.REQUEST_RATE, AT, AT + HOUR)).max())
        .hasValue(0);
    double was = QUIET.mean("web-02", Metric.REQUEST_RATE, 4 * HOUR, 5 * HOUR);
    assertThat(fleet.mean("web-02", Metric.REQUEST_RATE, 4 * HOUR, 5 * HOUR))
        .isCloseTo(was, within(0.01 * was));
    assertThat(fleet.mean("web-02", Metric.UPTIME, 4 * HOUR, 5 * HOUR))
        .isLessThan(3.0 * HOUR / 1e3);
  }

  /** The first moment at which the host's service was away. */
  private static long restartedAt(TestFleet fleet, String host) {
    return fleet.of(host).stream()
        .filter(sample -> sample.getMetrics().get(Metric.REQUEST_RATE.canonical()) == 0)
        .mapToLong(TestFleet::at)
        .findFirst()
        .orElseThrow();
  }

  private static EventSpec event(EventKind kind, List<String> hosts, double cost, double strength) {
    boolean whole = kind == EventKind.SURGE || kind == EventKind.FAILOVER;
    return new EventSpec(
        kind,
        "web",
        AT,
        HOUR,
        whole || kind == EventKind.HOSTS_JOIN ? List.of() : hosts,
        kind == EventKind.HOSTS_JOIN ? 2 : 0,
        kind == EventKind.FAILOVER ? "api" : "",
        strength,
        0,
        90_000,
        cost,
        0,
        0,
        kind == EventKind.BIGGER_HOSTS
            ? Optional.of(HostSize.of(16, EIGHT_CORES.memoryBytes()))
            : Optional.empty());
  }

  private static TestFleet run(List<EventSpec> events) {
    return TestFleet.run(5, List.of(WEB, API), List.of(), events);
  }
}
