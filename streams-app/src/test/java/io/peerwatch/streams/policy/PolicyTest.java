package io.peerwatch.streams.policy;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.CapacityPolicy;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.GroupState;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.MetricPolicy;
import io.peerwatch.schemas.avro.NotJudgedReason;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.schemas.avro.Workload;
import io.peerwatch.streams.FleetScript;
import io.peerwatch.streams.WebFleet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Policies on the whole topology, as records of their topic. */
class PolicyTest {
  private static final Instant START = FleetScript.START;

  @Test
  void shouldChangeTheWindowAtTheRightOneAndLearnAnew() {
    try (var script = new FleetScript()) {
      var web = new WebFleet(script, 6).run(ofMinutes(90));
      script.send(policy("web*").setWindowMillis(300_000L).setValidFrom(at(93)).build());
      web.run(ofMinutes(30));
      script.end();

      assertThat(verdictAt(script, 92).getWindowEnd()).isEqualTo(at(93));
      assertThat(verdictAt(script, 94).getWindowEnd()).isEqualTo(at(95)); // until 5m fit in
      assertThat(verdictAt(script, 94).getState()).isNotEqualTo(GroupState.NOT_JUDGED);
      var first = verdictAt(script, 95);
      assertThat(first.getWindowEnd()).isEqualTo(at(100));
      assertThat(first.getState()).isEqualTo(GroupState.NOT_JUDGED);
      assertThat(first.getReason()).isEqualTo(NotJudgedReason.WARMING);
      assertSideBySide(script.verdicts);
      assertThat(script.verdicts.stream().mapToLong(GroupVerdict::getLateSamples).sum()).isZero();
    }
  }

  @Test
  void shouldGiveTheSameWheneverAPolicyBecomesKnownBeforeItIsValid() {
    var policy = policy("web*").setWindowMillis(120_000L).setValidFrom(at(61)).build();
    List<GroupVerdict> early;
    try (var script = new FleetScript().send(policy)) {
      new WebFleet(script, 4).run(ofMinutes(80));
      early = List.copyOf(script.end().verdicts);
    }
    try (var script = new FleetScript()) {
      var web = new WebFleet(script, 4).run(ofMinutes(60));
      script.send(policy);
      web.run(ofMinutes(20));
      assertThat(script.end().verdicts).isEqualTo(early);
    }
  }

  @Test
  void shouldHoldFromTheNextWindowWhenItComesAfterItsTime() {
    try (var script = new FleetScript()) {
      var web = new WebFleet(script, 3).run(ofMinutes(10).plusSeconds(30));
      script.send(policy("web").setRunbookUrl("x").setWindowMillis(120_000L).build());
      web.run(ofMinutes(10));
      script.end();

      assertThat(verdictAt(script, 10).getWindowEnd()).isEqualTo(at(11));
      assertThat(verdictAt(script, 12).getWindowEnd()).isEqualTo(at(14));
      assertSideBySide(script.verdicts);
    }
  }

  @Test
  void shouldLeaveOutAMetricAndPointToTheRunbook() {
    try (var script = new FleetScript()) {
      script.send(policy("*").setRunbookUrl("https://runbooks/web").build());
      var web = new WebFleet(script, 8).run(ofMinutes(240)).load("web-03", 0.5).run(ofMinutes(20));
      assertThat(script.alerts).isNotEmpty();
      assertThat(script.alerts)
          .extracting(HostAlert::getRunbookUrl)
          .containsOnly("https://runbooks/web");
      script.alerts.clear();

      var ignored =
          Stream.of("system.cpu.utilization", "system.cpu.load_average.1m")
              .map(metric -> MetricPolicy.newBuilder().setMetric(metric).setIgnore(true).build())
              .toList();
      script.send(policy("web").setOrder(1).setMetrics(ignored).build());
      web.run(ofMinutes(10));
      script.alerts.clear();
      web.load("web-03", 0).load("web-05", 0.6).run(ofMinutes(60));
      assertThat(script.alerts).extracting(HostAlert::getHost).doesNotContain("web-05");
      assertThat(verdictAt(script, 320).getMetricsJudged()).isEqualTo(1);
    }
  }

  @Test
  void shouldMeasureCapacityByWorkloadAndTargets() {
    try (var script = new FleetScript()) {
      script.send(policy("web").setWorkload(Workload.BATCH).setValidFrom(at(5)).build());
      script.send(
          policy("*")
              .setCapacity(CapacityPolicy.newBuilder().setLoadPerCore(0.6).build())
              .setValidFrom(at(8))
              .build());
      new WebFleet(script, 3).run(ofMinutes(12));

      assertThat(targetAt(script, 4)).isEqualTo(0.5);
      assertThat(targetAt(script, 5)).isEqualTo(0.9);
      assertThat(targetAt(script, 8))
          .isEqualTo(0.6); // what is said counts for more than what is usual
    }
  }

  @Test
  void shouldCountTheCoresThatHostsDoNotTell() {
    try (var script = new FleetScript()) {
      script.send(policy("web").setCoresPerHost(4.0).build());
      for (int second = 0; second < 150; second += 10) {
        for (String host : List.of("a", "b", "c")) {
          var load = Map.of("system.cpu.load_average.1m", 2.0);
          script.sample("web", host, START.plusSeconds(second), load);
        }
      }
      var capacity = script.capacity.get(0);
      assertThat(capacity.getCores()).isEqualTo(12);
      assertThat(capacity.getUse().get(0).getMean()).isEqualTo(0.5);
    }
  }

  @Test
  void shouldPromiseWhatTheBudgetAllows() {
    try (var script = new FleetScript()) {
      script.send(policy("web").setFalseAlarmsPerWeek(7.0).setValidFrom(at(100)).build());
      for (int minute = 0; minute < 26 * 60; minute++) {
        for (String host : List.of("a", "b", "c")) {
          var metrics = Map.of("system.memory.utilization", 0.5 + minute % 7 / 1000.0);
          script.sample("web", host, at(minute), metrics);
        }
      }
      var last = script.ledger.get(script.ledger.size() - 1);
      assertThat(last.getPromised()).isGreaterThan(0.5);
    }
  }

  @Test
  void shouldRefuseWhatIsNoPolicyAndKeepTheLastGoodOne() {
    try (var script = new FleetScript()) {
      script.send(policy("web").setWindowMillis(120_000L).build());
      script.sendPolicyBytes("web", new byte[] {1, 2, 3});
      script.send(policy("web").setWindowMillis(5L).build());
      script.sendPolicyBytes("web", null);
      script.send(policy("web").setValidFrom(Instant.ofEpochMilli(Long.MAX_VALUE)).build());
      new WebFleet(script, 3).run(ofMinutes(10));
      script.end();

      assertThat(script.rejected)
          .extracting(RejectedRecord::getReason)
          .containsExactly(
              RejectReason.NOT_WIRE_FORMAT,
              RejectReason.INVALID_POLICY,
              RejectReason.NO_VALUE,
              RejectReason.INVALID_POLICY);
      assertThat(script.rejected.get(1).getMessage()).contains("window must be 1 to 86400 seconds");
      assertThat(script.rejected.get(1).getTopic()).isEqualTo("test.policy-history");
      assertThat(verdictAt(script, 4).getWindowEnd()).isEqualTo(at(6));
    }
  }

  private static GroupPolicy.Builder policy(String pattern) {
    return GroupPolicy.newBuilder().setPattern(pattern);
  }

  private static Instant at(int minute) {
    return START.plus(ofMinutes(minute));
  }

  private static GroupVerdict verdictAt(FleetScript script, int minute) {
    return script.verdicts.stream()
        .filter(verdict -> verdict.getWindowStart().equals(at(minute)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no window starts at minute " + minute));
  }

  private static double targetAt(FleetScript script, int minute) {
    return script.capacity.stream()
        .filter(capacity -> capacity.getWindowStart().equals(at(minute)))
        .findFirst()
        .orElseThrow()
        .getTargetLoadPerCore();
  }

  private static void assertSideBySide(List<GroupVerdict> verdicts) {
    for (int i = 1; i < verdicts.size(); i++) {
      assertThat(verdicts.get(i).getWindowStart()).isEqualTo(verdicts.get(i - 1).getWindowEnd());
    }
  }
}
