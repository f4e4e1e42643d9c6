package io.peerwatch.producers.simulate;

import static io.peerwatch.detection.metric.MetricDictionary.CPU;
import static io.peerwatch.detection.metric.MetricDictionary.DISK_IO_TIME;
import static io.peerwatch.detection.metric.MetricDictionary.LOAD_15M;
import static io.peerwatch.detection.metric.MetricDictionary.LOAD_1M;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY;
import static io.peerwatch.detection.metric.MetricDictionary.REQUEST_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.producers.simulate.metric.Metric;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.producers.simulate.yaml.Scenarios;
import io.peerwatch.schemas.avro.HostSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FleetSimulatorTest {
  private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  private static final String WEB =
      "{name: web, hosts: 6, tier: application, workload: user-facing, cores: 8, memory: 16GiB}";

  @Test
  void shouldGiveTheSameSamplesForTheSameSeedAndOthersForAnother() {
    Scenario scenario = scenario(WEB, "");
    assertThat(hours(scenario, 1, 1)).isEqualTo(hours(scenario, 1, 1));
    assertThat(hours(scenario, 1, 1)).isNotEqualTo(hours(scenario, 2, 1));
  }

  @Test
  void shouldNotChangeAHostWhenGroupsOrFaultsOfOthersAreAdded() {
    String db =
        "{name: db, hosts: 2, tier: database, workload: user-facing, cores: 8, memory: 1GiB}";
    String fault = "{kind: cpu-hog, host: web-04, start: 0s, duration: 1h}";
    assertThat(of("web-03", hours(scenario(db + ", " + WEB, fault), 1, 1)))
        .isEqualTo(of("web-03", hours(scenario(WEB, ""), 1, 1)));
  }

  @Test
  void shouldNotChangeAHostByNewOnesWhereNoBalancerSharesTheDemand() {
    String own = WEB.replace("}", ", balancer: {shared: false}}");
    String more = own.replace("hosts: 6", "hosts: 7");
    assertThat(of("web-03", hours(scenario(more, ""), 1, 1)))
        .isEqualTo(of("web-03", hours(scenario(own, ""), 1, 1)));
  }

  @Test
  void shouldChangeOnlyTheShareOfAHostByNewOnesWhereABalancerSharesTheDemand() {
    String more = WEB.replace("hosts: 6", "hosts: 7");
    List<HostSample> before = of("web-03", hours(scenario(WEB, ""), 1, 1));
    List<HostSample> after = of("web-03", hours(scenario(more, ""), 1, 1));
    for (int i = 0; i < before.size(); i++) {
      Map<String, Double> was = before.get(i).getMetrics();
      Map<String, Double> is = after.get(i).getMetrics();
      assertThat(is.get(REQUEST_RATE) / was.get(REQUEST_RATE)).isBetween(0.9, 1.1);
      assertThat(is.get(Metric.FILESYSTEM.canonical()))
          .isEqualTo(was.get(Metric.FILESYSTEM.canonical()));
    }
  }

  @Test
  void shouldSendEveryHostAtEveryInstantInOrderOfTime() {
    List<HostSample> samples = hours(scenario(WEB, ""), 1, 1);
    assertThat(samples).hasSize(6 * 60);
    assertThat(samples).extracting(HostSample::getTimestamp).isSorted();
    assertThat(samples)
        .allSatisfy(s -> assertThat(FleetSimulator.METRICS).containsAll(s.getMetrics().keySet()))
        .allSatisfy(s -> assertThat(s.getMetrics()).hasSize(FleetSimulator.METRICS.size()))
        .allSatisfy(s -> assertThat(s.getMetrics().values()).allMatch(Double::isFinite));
  }

  @Test
  void shouldShareTheDaysProfileSoThatHostsMoveTogether() {
    List<HostSample> day = hours(scenario(WEB, ""), 1, 24);
    double[] first = values("web-01", CPU, day);
    double[] second = values("web-02", CPU, day);
    assertThat(correlation(first, second, 0)).isGreaterThan(0.9);
    assertThat(first[20 * 60]).as("peak hour").isGreaterThan(1.5 * first[8 * 60]);
  }

  @Test
  void shouldDifferBetweenHostsForGood() {
    List<HostSample> day = hours(scenario(WEB, ""), 1, 24);
    double first = mean(values("web-01", MEMORY, day));
    double second = mean(values("web-02", MEMORY, day));
    assertThat(first).isNotCloseTo(second, within(0.005));
  }

  @Test
  void shouldCorrelateNoiseInTimeAndBetweenMetrics() {
    String steady = WEB.replace("}", ", demand: {daily: 0, weekend: 0}}");
    List<HostSample> day = hours(scenario(steady, ""), 1, 24);
    double[] cpu = values("web-01", CPU, day);
    double[] requests = values("web-01", REQUEST_RATE, day);
    assertThat(correlation(cpu, cpu, 1)).as("one minute later").isBetween(0.4, 0.98);
    assertThat(correlation(cpu, cpu, 600)).as("ten hours later").isLessThan(0.3);
    assertThat(correlation(cpu, requests, 0)).isGreaterThan(0.7);
    assertThat(correlation(requests, values("web-01", Metric.NETWORK_TRANSMIT.canonical(), day), 0))
        .isGreaterThan(0.7);
  }

  @Test
  void shouldRaiseCpuAndLoadUnderAHogWhileRequestsStay() {
    Map<String, double[]> pair = beforeAndDuring("cpu-hog", 0.5, CPU, LOAD_1M, REQUEST_RATE);
    assertThat(pair.get(CPU)[1] - pair.get(CPU)[0]).isGreaterThan(0.4);
    assertThat(pair.get(LOAD_1M)[1] - pair.get(LOAD_1M)[0]).isGreaterThan(3);
    assertThat(pair.get(REQUEST_RATE)[1] / pair.get(REQUEST_RATE)[0]).isBetween(0.85, 1.15);
  }

  @Test
  void shouldTakeWorkAndWhatItDrivesAwayWhenTrafficIsLost() {
    Map<String, double[]> pair = beforeAndDuring("traffic-lost", 0.9, CPU, REQUEST_RATE, MEMORY);
    assertThat(pair.get(REQUEST_RATE)[1] / pair.get(REQUEST_RATE)[0]).isBetween(0.05, 0.15);
    assertThat(pair.get(CPU)[1] / pair.get(CPU)[0]).isLessThan(0.4);
  }

  @Test
  void shouldKeepTheDiskBusyAndTasksWaitingWhenItIsSlow() {
    Map<String, double[]> pair = beforeAndDuring("slow-disk", 0.6, DISK_IO_TIME, LOAD_1M, CPU);
    assertThat(pair.get(DISK_IO_TIME)[1] - pair.get(DISK_IO_TIME)[0]).isCloseTo(0.6, within(0.05));
    assertThat(pair.get(LOAD_1M)[1]).isGreaterThan(pair.get(LOAD_1M)[0] + 0.2);
    assertThat(pair.get(CPU)[1]).isCloseTo(pair.get(CPU)[0], within(0.05));
  }

  @Test
  void shouldLeakMemoryEvenlyAndFreeItAtTheEnd() {
    List<HostSample> samples = of("web-02", hours(withFault("memory-leak", 0.4), 1, 4));
    double before = samples.get(119).getMetrics().get(MEMORY);
    double half = samples.get(150).getMetrics().get(MEMORY);
    double full = samples.get(179).getMetrics().get(MEMORY);
    double after = samples.get(180).getMetrics().get(MEMORY);
    assertThat(half - before).isCloseTo(0.2, within(0.05));
    assertThat(full - before).isCloseTo(0.4, within(0.05));
    assertThat(after).isCloseTo(before, within(0.05));
  }

  @Test
  void shouldRepeatEveryMovingValueWhileStuckAndThawAfterwards() {
    List<HostSample> samples = of("web-02", hours(withFault("stuck-value", 1), 1, 4));
    List<Double> stuck =
        samples.subList(120, 180).stream().map(s -> s.getMetrics().get(CPU)).distinct().toList();
    assertThat(stuck).hasSize(1);
    assertThat(samples.get(181).getMetrics().get(CPU)).isNotEqualTo(stuck.get(0));
    assertThat(samples.get(179).getMetrics().get(Metric.UPTIME.canonical()))
        .isGreaterThan(samples.get(120).getMetrics().get(Metric.UPTIME.canonical()));
  }

  @Test
  void shouldSendNothingWhileSilent() {
    List<HostSample> samples = of("web-02", hours(withFault("silence", 1), 1, 4));
    Instant from = Instant.ofEpochMilli(START).plusSeconds(7_200);
    assertThat(samples).hasSize(180);
    assertThat(samples)
        .extracting(HostSample::getTimestamp)
        .noneMatch(t -> !t.isBefore(from) && t.isBefore(from.plusSeconds(3_600)));
  }

  @Test
  void shouldQueueMoreThanInProportionNearSaturation() {
    double calm = mean(values("web-01", LOAD_15M, hours(withLevel(0.4), 1, 2)));
    double full = mean(values("web-01", LOAD_15M, hours(withLevel(0.9), 1, 2)));
    assertThat(full / calm).isGreaterThan(1.2 * 0.9 / 0.4);
  }

  /** Means over the hour before the fault on web-02 and over its last half hour. */
  private static Map<String, double[]> beforeAndDuring(
      String kind, double strength, String... metrics) {
    List<HostSample> samples = of("web-02", hours(withFault(kind, strength), 1, 3));
    var means = new HashMap<String, double[]>();
    for (String metric : metrics) {
      means.put(
          metric,
          new double[] {
            mean(values("web-02", metric, samples.subList(60, 120))),
            mean(values("web-02", metric, samples.subList(150, 180)))
          });
    }
    return means;
  }

  private static Scenario withFault(String kind, double strength) {
    String steady = WEB.replace("}", ", demand: {daily: 0, weekend: 0}}");
    return scenario(
        steady,
        "{kind: %s, host: web-02, start: 2h, duration: 1h, strength: %s}"
            .formatted(kind, strength));
  }

  private static Scenario withLevel(double level) {
    return scenario(
        WEB.replace("}", ", demand: {daily: 0, weekend: 0, level: " + level + "}}"), "");
  }

  private static Scenario scenario(String groups, String faults) {
    return Scenarios.parse(
        "test.yaml", "period: 1m\ngroups: [%s]\nfaults: [%s]\n".formatted(groups, faults));
  }

  private static List<HostSample> hours(Scenario scenario, long seed, int hours) {
    var samples = new ArrayList<HostSample>();
    var fleet = new FleetSimulator(scenario, seed, START);
    while (fleet.nextMillis() < START + hours * 3_600_000L) {
      fleet.advance(samples::add);
    }
    return samples;
  }

  private static List<HostSample> of(String host, List<HostSample> samples) {
    return samples.stream().filter(sample -> sample.getHost().equals(host)).toList();
  }

  private static double[] values(String host, String metric, List<HostSample> samples) {
    return of(host, samples).stream().mapToDouble(s -> s.getMetrics().get(metric)).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** Pearson's correlation of a with b, b being taken this many steps later. */
  private static double correlation(double[] a, double[] b, int lag) {
    int n = a.length - lag;
    double meanA = 0;
    double meanB = 0;
    for (int i = 0; i < n; i++) {
      meanA += a[i] / n;
      meanB += b[i + lag] / n;
    }
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < n; i++) {
      ab += (a[i] - meanA) * (b[i + lag] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i + lag] - meanB) * (b[i + lag] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
