package io.peerwatch.detection.capacity.meter;

import static io.peerwatch.detection.capacity.meter.GroupScript.DAY;
import static io.peerwatch.detection.capacity.meter.GroupScript.HOUR;
import static io.peerwatch.detection.capacity.meter.GroupScript.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.capacity.Advice;
import io.peerwatch.detection.capacity.CapacityAction;
import io.peerwatch.detection.capacity.CapacitySettings;
import io.peerwatch.detection.capacity.Tier;
import io.peerwatch.detection.capacity.Workload;
import io.peerwatch.detection.metric.MetricDictionary;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a planner is told to do, by tier, workload and resource, and that the advice is steady. */
class AdviceTest {

  @ParameterizedTest(name = "{0}, {1}: {2} at {3} means {4}")
  @CsvSource({
    "APPLICATION, USER_FACING, system.cpu.utilization, 0.74, ADD_HOSTS, 5",
    "APPLICATION, USER_FACING, system.disk.io_time, 0.91, ADD_HOSTS, 3",
    "APPLICATION, USER_FACING, system.memory.utilization, 0.95, ADD_MEMORY_OR_REPLICA, ",
    "APPLICATION, USER_FACING, system.cpu.utilization, 0.4, NONE, ",
    "APPLICATION, USER_FACING, system.cpu.utilization, 0.1, REMOVE_HOSTS, 7",
    "APPLICATION, BOT, system.cpu.utilization, 0.74, NONE, ",
    "APPLICATION, BOT, system.cpu.utilization, 0.97, ADD_HOSTS, 1",
    "APPLICATION, BOT, system.cpu.utilization, 0.4, RAISE_UTILISATION, ",
    "BATCH, BATCH, system.cpu.utilization, 0.3, RAISE_UTILISATION, ",
    "BALANCER, USER_FACING, hw.network.bandwidth.utilization, 0.8, ADD_HOSTS, 2",
    "CACHE, USER_FACING, system.memory.utilization, 0.95, ADD_MEMORY_OR_REPLICA, ",
    "CACHE, USER_FACING, system.cpu.utilization, 0.1, NONE, ",
    "DATABASE, USER_FACING, system.cpu.utilization, 0.74, ADD_MEMORY_OR_REPLICA, ",
    "DATABASE, USER_FACING, system.memory.utilization, 0.95, ADD_MEMORY_OR_REPLICA, ",
    "DATABASE, USER_FACING, system.disk.io_time, 0.91, PARTITION_WRITES, ",
    "DATABASE, USER_FACING, system.cpu.utilization, 0.1, NONE, "
  })
  void shouldAdviseByTierWorkloadAndResource(
      Tier tier,
      Workload workload,
      String metric,
      double value,
      CapacityAction action,
      Integer hosts) {
    GroupScript script =
        GroupScript.of(10, 8)
            .settings(CapacitySettings.of(tier, workload))
            .loadPerCore(0.05)
            .all(MetricDictionary.DISK_READ_OPERATIONS, 10)
            .all(MetricDictionary.DISK_WRITE_OPERATIONS, 90)
            .all(metric, value);
    Advice advice = lastOf(script, 9);
    assertThat(advice.action()).as(advice.reason()).isEqualTo(action);
    assertThat(advice.hosts()).isEqualTo(hosts);
    assertThat(advice.reason()).isNotBlank().doesNotContain("NaN");
  }

  @Test
  void shouldPutReadsThatWaitForDisksDownToMemoryAndReplicas() {
    GroupScript script =
        GroupScript.of(3, 8)
            .settings(CapacitySettings.of(Tier.DATABASE, Workload.USER_FACING))
            .all(MetricDictionary.DISK_READ_OPERATIONS, 90)
            .all(MetricDictionary.DISK_WRITE_OPERATIONS, 10)
            .all(MetricDictionary.DISK_IO_TIME, 0.9);
    Advice advice = lastOf(script, 1);
    assertThat(advice.action()).isEqualTo(CapacityAction.ADD_MEMORY_OR_REPLICA);
    assertThat(advice.reason()).contains("reads scale").contains("129 % of its target of 70 %");
  }

  @Test
  void shouldTellABalancerThatFavoursSomeHostsFromOverload() {
    GroupScript script = uneven(0.2, 0.7, 0.2, 0.7);
    Advice advice = lastOf(script, 2);
    assertThat(advice.action()).isEqualTo(CapacityAction.REBALANCE);
    assertThat(advice.reason()).contains("the balancer favours them");
    Advice overloaded = lastOf(uneven(0.5, 0.9, 0.5, 0.9), 2);
    assertThat(overloaded.action()).isEqualTo(CapacityAction.ADD_HOSTS);
  }

  @Test
  void shouldTellHostsThatWorkHarderFromABalancerThatFavoursThem() {
    Advice advice = lastOf(uneven(0.2, 0.7, 0.4, 0.4), 2);
    assertThat(advice.action()).isEqualTo(CapacityAction.REBALANCE);
    assertThat(advice.reason()).contains("they cost these hosts more");
  }

  @Test
  void shouldNotAskForHostsBecauseOfOneBadMinute() {
    GroupScript script = GroupScript.of(10, 8).loadPerCore(0.3);
    for (int hour = 0; hour < 12; hour++) {
      script.loadPerCore(hour == 6 ? 0.9 : 0.3);
      assertThat(script.window(hour * HOUR).advice().action()).isEqualTo(CapacityAction.NONE);
    }
  }

  @Test
  void shouldSayNothingBeforeOverloadHasLasted() {
    GroupScript script = GroupScript.of(10, 8).loadPerCore(0.8);
    var first = script.window(0);
    assertThat(first.advice()).isEqualTo(Advice.UNKNOWN);
    assertThat(first.unknown())
        .containsEntry("action", "what it looks like has lasted less than an hour");
    assertThat(script.window(HOUR).advice().action()).isEqualTo(CapacityAction.ADD_HOSTS);
  }

  @Test
  void shouldKeepTheAdviceOverTheNight() {
    GroupScript script = GroupScript.of(10, 8);
    int changes = 0;
    Advice before = null;
    for (long at = 0; at < 14 * DAY; at += 5 * MINUTE) {
      double hour = (at % DAY) / (double) HOUR;
      script.loadPerCore(0.4 + 0.2 * StrictMath.sin((hour - 8) / 24 * 2 * StrictMath.PI));
      Advice advice = script.window(at, 5 * MINUTE).advice();
      changes += before != null && advice.action() != before.action() ? 1 : 0;
      before = advice;
    }
    assertThat(before.action()).isEqualTo(CapacityAction.ADD_HOSTS);
    assertThat(changes).isLessThanOrEqualTo(2);
  }

  static long[] seeds() {
    return new SplittableRandom(System.nanoTime() % 1_000_000).longs(12, 0, 1_000_000).toArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldChangeItsMindRarelyUnderNoiseNearTheTarget(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    GroupScript script = GroupScript.of(12, 8);
    double level = random.nextDouble(0.4, 0.5);
    double noise = random.nextDouble(0.01, 0.1);
    double slow = 0;
    int changes = 0;
    Advice before = null;
    for (long at = 0; at < 28 * DAY; at += 10 * MINUTE) {
      slow = 0.99 * slow + 0.14 * random.nextGaussian();
      script.loadPerCore(Math.max(0, level * (1 + noise * (slow + random.nextGaussian()))));
      Advice advice = script.window(at, 10 * MINUTE).advice();
      boolean other =
          before != null
              && (advice.action() != before.action()
                  || !Objects.equals(advice.hosts(), before.hosts()));
      changes += other ? 1 : 0;
      before = advice;
    }
    assertThat(changes).as("changes in four weeks").isLessThanOrEqualTo(14);
  }

  private static GroupScript uneven(double load, double highLoad, double work, double highWork) {
    GroupScript script = GroupScript.of(10, 8);
    for (int i = 0; i < 10; i++) {
      boolean favoured = i < 4;
      script
          .host("web-000" + i, MetricDictionary.LOAD_1M, 8 * (favoured ? highLoad : load))
          .host("web-000" + i, MetricDictionary.REQUEST_RATE, 800 * (favoured ? highWork : work));
    }
    return script;
  }

  private static Advice lastOf(GroupScript script, int days) {
    Advice advice = Advice.UNKNOWN;
    for (int hour = 0; hour <= 24 * days; hour++) {
      advice = script.window(hour * HOUR).advice();
    }
    return advice;
  }
}
