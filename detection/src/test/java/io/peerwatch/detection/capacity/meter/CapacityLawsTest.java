package io.peerwatch.detection.capacity.meter;

import static io.peerwatch.detection.capacity.meter.GroupScript.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.detection.capacity.CapacityLimits;
import io.peerwatch.detection.capacity.CapacityResource;
import io.peerwatch.detection.capacity.CapacitySettings;
import io.peerwatch.detection.capacity.Demand;
import io.peerwatch.detection.capacity.GroupCapacityFigures;
import io.peerwatch.detection.capacity.ResourceFigures;
import io.peerwatch.detection.metric.MetricDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every group; each test is named by the seed that it ran with. */
class CapacityLawsTest {
  private static final double ROUNDING = 1e-6;

  static long[] seeds() {
    long start = System.nanoTime() % 1_000_000;
    return new SplittableRandom(start).longs(40, 0, 1_000_000_000L).toArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldHalveLoadPerCoreWhenTwiceTheHostsShareTheLoad(long seed) {
    RandomGroup group = new RandomGroup(seed);
    GroupCapacityFigures once = group.script(1, 1).window(0);
    GroupCapacityFigures twice = group.script(2, 0.5).window(0);
    for (CapacityResource resource :
        List.of(CapacityResource.LOAD, CapacityResource.CPU, CapacityResource.DISK)) {
      assertThat(twice.use(resource).mean())
          .isCloseTo(once.use(resource).mean() / 2, within(ROUNDING));
    }
    assertThat(twice.demand().now().cores())
        .isCloseTo(once.demand().now().cores(), within(ROUNDING * once.size().cores()));
    assertThat(twice.use(CapacityResource.MEMORY).mean())
        .isCloseTo(once.use(CapacityResource.MEMORY).mean(), within(ROUNDING));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldNeedCoresThatCarryTheLoadAtTheTarget(long seed) {
    RandomGroup group = new RandomGroup(seed);
    GroupCapacityFigures figures = group.script(1, 1).window(0);
    CapacityLimits limits = group.limits;
    double cores = figures.demand().now().cores();
    assertThat(cores * limits.loadPerCore()).isGreaterThanOrEqualTo(group.totalLoad() * (1 - 1e-9));
    assertThat(cores * limits.cpu()).isGreaterThanOrEqualTo(group.busyCores() * (1 - 1e-9));
    assertThat(
            Math.min(
                cores * limits.loadPerCore() / group.totalLoad(),
                cores * limits.cpu() / group.busyCores()))
        .as("and not one more")
        .isCloseTo(1, within(1e-9));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldNeverHideOneResourceBehindAnother(long seed) {
    GroupCapacityFigures figures = new RandomGroup(seed).script(1, 1).window(0);
    Demand demand = figures.demand();
    for (ResourceFigures use : figures.use()) {
      assertThat(demand.headroom()).isLessThanOrEqualTo(use.headroom());
      if (use.resource().compute() && use.headroom() < 0) {
        assertThat(demand.now().cores()).isGreaterThan(figures.size().cores());
      }
    }
    assertThat(figures.use(demand.tightest()).headroom()).isEqualTo(demand.headroom());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldSurviveAsManyLossesAsItSaysAndNotOneMore(long seed) {
    RandomGroup group = new RandomGroup(seed).alike();
    GroupCapacityFigures figures = group.script(1, 1).window(0);
    int hosts = figures.size().hosts();
    int survives = figures.demand().survivesLoss();
    double worst = 0;
    for (ResourceFigures use : figures.use()) {
      if (use.resource().spreads()) {
        worst = Math.max(worst, use.mean() / group.limits.ceilingOf(use.resource()));
      }
    }
    if (survives > 0) {
      assertThat(worst * hosts / (hosts - survives)).isLessThanOrEqualTo(1 + 2e-6);
    }
    int left = hosts - survives - 1;
    assertThat(left == 0 || worst * hosts / left > 1 - ROUNDING).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldNeverNeedLessForMoreLoad(long seed) {
    RandomGroup group = new RandomGroup(seed);
    GroupCapacityFigures before = null;
    for (double factor = 0.2; factor <= 2; factor += 0.2) {
      GroupCapacityFigures figures = group.script(1, factor).window(0);
      if (before != null) {
        assertThat(figures.demand().headroom()).isLessThanOrEqualTo(before.demand().headroom());
        assertThat(figures.demand().now().hosts())
            .isGreaterThanOrEqualTo(before.demand().now().hosts());
        assertThat(figures.demand().survivesLoss())
            .isLessThanOrEqualTo(before.demand().survivesLoss());
      }
      before = figures;
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldNeedAtTheDaysPeakAtLeastWhatItNeedsNow(long seed) {
    RandomGroup group = new RandomGroup(seed);
    GroupScript script = group.script(1, 1);
    SplittableRandom random = new SplittableRandom(seed);
    for (int hour = 0; hour < 200; hour++) {
      script.loadPerCore(random.nextDouble(0, 1.5));
      Demand demand = script.window(hour * HOUR).demand();
      if (demand.dayPeak().hosts() != null) {
        assertThat(demand.dayPeak().hosts()).isGreaterThanOrEqualTo(demand.now().hosts());
      }
      if (demand.weekPeak().hosts() != null) {
        assertThat(demand.weekPeak().hosts()).isGreaterThanOrEqualTo(demand.dayPeak().hosts());
      }
    }
    assertThat(script.window(200 * HOUR).demand().weekPeak().hosts()).isNotNull();
  }

  /** Hosts of several sizes, or all alike, with every resource told. */
  private static final class RandomGroup {
    final CapacityLimits limits;
    private final List<double[]> hosts = new ArrayList<>(); // cores, load, cpu, memory, disk

    RandomGroup(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      limits =
          new CapacityLimits(
              random.nextDouble(0.3, 0.9),
              1,
              random.nextDouble(0.3, 0.9),
              0.9,
              random.nextDouble(0.5, 0.9),
              0.7);
      double busy = random.nextDouble(0.05, 1.1);
      for (int i = random.nextInt(2, 40); i > 0; i--) {
        double cores = 1 << random.nextInt(1, 7);
        hosts.add(
            new double[] {
              cores,
              cores * busy * random.nextDouble(0.5, 1.5),
              Math.min(1, busy * random.nextDouble(0.4, 1.2)),
              random.nextDouble(0.1, 1),
              random.nextDouble(0, 0.5)
            });
      }
    }

    RandomGroup alike() {
      hosts.replaceAll(host -> hosts.get(0));
      return this;
    }

    /** Each host so many times, each with so much of the load. */
    GroupScript script(int times, double factor) {
      GroupScript script = new GroupScript().settings(CapacitySettings.DEFAULT.withLimits(limits));
      for (int i = 0; i < hosts.size() * times; i++) {
        double[] values = hosts.get(i % hosts.size());
        script
            .host("h" + i, MetricDictionary.CORES, values[0])
            .host("h" + i, MetricDictionary.LOAD_1M, values[1] * factor)
            .host("h" + i, MetricDictionary.CPU, values[2] * factor)
            .host("h" + i, MetricDictionary.MEMORY, values[3])
            .host("h" + i, MetricDictionary.DISK_IO_TIME, values[4] * factor);
      }
      return script;
    }

    double totalLoad() {
      return hosts.stream().mapToDouble(host -> host[1]).sum();
    }

    double busyCores() {
      return hosts.stream().mapToDouble(host -> host[0] * host[2]).sum();
    }
  }
}
