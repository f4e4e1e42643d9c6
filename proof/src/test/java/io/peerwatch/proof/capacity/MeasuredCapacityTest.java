package io.peerwatch.proof.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.detection.capacity.CapacitySettings;
import io.peerwatch.detection.capacity.GroupCapacityFigures;
import io.peerwatch.detection.capacity.meter.CapacityMeter;
import io.peerwatch.detection.capacity.meter.KeptHistory;
import io.peerwatch.detection.capacity.peak.DemandHistory;
import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import io.peerwatch.detection.window.Members;
import io.peerwatch.producers.simulate.FleetSimulator;
import io.peerwatch.producers.simulate.scenario.BalancerSpec;
import io.peerwatch.producers.simulate.scenario.DemandSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.HostSize;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.producers.simulate.scenario.ServiceSpec;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What hosts of a simulated fleet carry, held against what the simulator knows: its hosts are
 * queues that refuse what finds no room, with noise, differences and a balancer.
 */
class MeasuredCapacityTest {
  private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  private static final long WINDOW = Duration.ofMinutes(5).toMillis();
  private static final int DAYS = 7;

  /** Fixed: about one fleet in a hundred never saturates for long enough to be recognised. */
  static Stream<Arguments> fleets() {
    SplittableRandom random = new SplittableRandom(20_260_105);
    return Stream.of(2, 4, 8, 16).map(cores -> Arguments.of(cores, random.nextInt(1_000_000)));
  }

  @ParameterizedTest(name = "{0} cores, seed {1}")
  @MethodSource("fleets")
  void shouldMeasureWhatHostsCarryWithinATenth(int cores, long seed) {
    double ceiling = requestsAt(cores, 1);
    double target = requestsAt(cores, 0.5);
    double full = cores / ServiceSpec.of(Tier.APPLICATION).cpuSeconds();
    GroupCapacityFigures found = watched(fleet(cores, 0.8 * ceiling / full, 12, 0.05), seed);
    assertThat(found.work().atTarget())
        .as(found.unknown().toString())
        .isCloseTo(60 * target, within(0.1 * 60 * target));
    assertThat(found.work().atCeiling())
        .as(found.unknown().toString())
        .isCloseTo(60 * ceiling, within(0.1 * 60 * ceiling));
  }

  @ParameterizedTest(name = "{0} cores, seed {1}")
  @MethodSource("fleets")
  void shouldRecogniseASaturatedFleet(int cores, long seed) {
    double full = cores / ServiceSpec.of(Tier.APPLICATION).cpuSeconds();
    GroupCapacityFigures found = watched(fleet(cores, 0.95, 12, 0.05), seed);
    assertThat(found.work().saturated())
        .as(found.unknown().toString())
        .isCloseTo(60 * full, within(0.1 * 60 * full));
  }

  /** Requests a second at which load per core of a host without noise is at a level. */
  private static double requestsAt(int cores, double load) {
    double low = 0.02;
    double high = 1.5;
    double requests = 0;
    for (int i = 0; i < 16; i++) {
      double level = (low + high) / 2;
      GroupSpec one = fleet(cores, level, 1, 0);
      List<HostSample> last = new ArrayList<>();
      var simulator = simulator(one, 1);
      for (int step = 0; step < 24; step++) {
        last.clear();
        simulator.advance(last::add);
      }
      requests = last.get(0).getMetrics().get(MetricDictionary.REQUEST_RATE);
      boolean below = last.get(0).getMetrics().get(MetricDictionary.LOAD_15M) / cores < load;
      low = below ? level : low;
      high = below ? high : level;
    }
    return requests;
  }

  private static GroupSpec fleet(int cores, double level, int hosts, double noise) {
    double swing = noise > 0 ? 0.4 : 0;
    var demand =
        new DemandSpec(
            level, OptionalDouble.empty(), swing, 0, 14, 0, noise / 2, 0, 0, Optional.empty());
    GroupSpec usual =
        GroupSpec.of(
            "web", hosts, Tier.APPLICATION, Workload.USER_FACING, HostSize.of(cores, 16L << 30));
    return new GroupSpec(
        "web",
        usual.hostName(),
        Tier.APPLICATION,
        Workload.USER_FACING,
        usual.sizes(),
        demand,
        new BalancerSpec(true, true, noise, noise / 2, List.of()),
        usual.service(),
        List.of(),
        noise,
        noise);
  }

  private static FleetSimulator simulator(GroupSpec group, long seed) {
    long length = Duration.ofDays(DAYS).toMillis();
    var scenario = Scenario.of("capacity", seed, length, List.of(group), List.of(), List.of());
    return new FleetSimulator(scenario.withPeriod(WINDOW), seed, START);
  }

  private static GroupCapacityFigures watched(GroupSpec group, long seed) {
    List<String> metrics =
        List.of(
            MetricDictionary.REQUEST_RATE,
            MetricDictionary.LOAD_1M,
            MetricDictionary.CPU,
            MetricDictionary.CORES);
    var simulator = simulator(group, seed);
    var meter = new CapacityMeter();
    var history = new HistoryInMemory();
    GroupCapacityFigures figures = null;
    while (simulator.nextMillis() < START + Duration.ofDays(DAYS).toMillis()) {
      long start = simulator.nextMillis();
      List<HostWindow> hosts = new ArrayList<>();
      simulator.advance(
          sample -> {
            double[] values =
                metrics.stream()
                    .mapToDouble(m -> sample.getMetrics().getOrDefault(m, Double.NaN))
                    .toArray();
            hosts.add(new HostWindow(sample.getHost(), values, 1, 0, 0, 0));
          });
      var window = new GroupWindow("web", start, start + WINDOW, metrics, hosts, 0, false);
      figures = meter.measure(window, Set.of(), CapacitySettings.DEFAULT, Members.NONE, history);
    }
    return figures;
  }

  private static final class HistoryInMemory implements KeptHistory {
    private DemandHistory history = new DemandHistory();

    @Override
    public DemandHistory load() {
      return history;
    }

    @Override
    public void save(DemandHistory kept) {
      history = kept;
    }
  }
}
