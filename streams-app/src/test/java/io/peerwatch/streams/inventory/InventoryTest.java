package io.peerwatch.streams.inventory;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.schemas.avro.Resolution;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Verdict;
import io.peerwatch.schemas.avro.Workload;
import io.peerwatch.streams.FleetScript;
import io.peerwatch.streams.WebFleet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The inventory on the whole topology, as records of its topic. */
class InventoryTest {
  @Test
  void shouldMissAHostThatIsListedAndWasNeverHeardUntilItIsTakenAway() {
    try (var script = new FleetScript()) {
      script.send(host("web-99").setCores(16.0).setMemoryBytes(64L << 30).build());
      var web = new WebFleet(script, 4).run(ofMinutes(10));
      GroupVerdict verdict = last(script.verdicts);
      assertThat(verdict.getHostsKnown()).isEqualTo(5);
      assertThat(verdict.getHostsReported()).isEqualTo(4);
      assertThat(script.alerts).hasSize(1);
      HostAlert silent = script.alerts.get(0);
      assertThat(silent.getHost()).isEqualTo("web-99");
      assertThat(silent.getVerdict()).isEqualTo(Verdict.SILENT_HOST);
      assertThat(silent.getOpenedAt()).isEqualTo(at(2));
      assertThat(last(script.capacity).getCores()).isEqualTo(4 * 8 + 16);
      assertThat(last(script.capacity).getHostsLeftOut()).containsExactly("web-99");

      script.sendInventoryBytes("web|web-99", null);
      web.run(ofMinutes(2));
      assertThat(last(script.alerts).getState()).isEqualTo(AlertState.RESOLVED);
      assertThat(last(script.alerts).getResolution()).isEqualTo(Resolution.REMOVED);
      assertThat(last(script.verdicts).getHostsKnown()).isEqualTo(4);
    }
  }

  @Test
  void shouldCountCoresThatOnlyTheInventoryKnows() {
    try (var script = new FleetScript()) {
      script.send(host("a").setCores(4.0).build()).send(host("b").setCores(2.0).build());
      script.send(GroupPolicy.newBuilder().setPattern("web").setCoresPerHost(8.0).build());
      for (int second = 0; second < 150; second += 10) {
        for (String host : List.of("a", "b", "c")) {
          var load = Map.of("system.cpu.load_average.1m", 2.0);
          script.sample("web", host, FleetScript.START.plusSeconds(second), load);
        }
      }
      assertThat(script.capacity.get(0).getCores()).isEqualTo(4 + 2 + 8);
      assertThat(script.capacity.get(0).getUse().get(0).getMax()).isEqualTo(1);
    }
  }

  @Test
  void shouldMeasureByTheTierAndWorkloadOfTheInventoryUnlessAPolicySaysOtherwise() {
    try (var script = new FleetScript()) {
      var web = new WebFleet(script, 3).run(ofMinutes(3).plusSeconds(30));
      script.send(host("web-01").setTier(Tier.BATCH).setWorkload(Workload.BATCH).build());
      web.run(ofMinutes(4));
      assertThat(capacityAt(script, 2).getTier()).isEqualTo(Tier.APPLICATION);
      assertThat(capacityAt(script, 3).getTargetLoadPerCore()).isEqualTo(0.5); // had begun
      assertThat(capacityAt(script, 4).getTier()).isEqualTo(Tier.BATCH);
      assertThat(capacityAt(script, 4).getTargetLoadPerCore()).isEqualTo(0.9);

      script.send(GroupPolicy.newBuilder().setPattern("*").setTier(Tier.CACHE).build());
      web.run(ofMinutes(3));
      assertThat(last(script.capacity).getTier()).isEqualTo(Tier.CACHE);
      assertThat(last(script.capacity).getWorkload()).isEqualTo(Workload.BATCH);
    }
  }

  @Test
  void shouldBelieveTheSamplesGroupBeforeTheInventorys() {
    try (var script = new FleetScript()) {
      script.send(host("web-02").setGroup("db").build());
      new WebFleet(script, 3).run(ofMinutes(5));
      assertThat(script.verdicts).extracting(GroupVerdict::getGroup).containsOnly("web");
      assertThat(last(script.verdicts).getHostsReported()).isEqualTo(3);
    }
  }

  @Test
  void shouldRefuseWhatIsNoHostAndKeepWhatIsKnown() {
    try (var script = new FleetScript()) {
      byte[] good = script.bytes(host("a").setCores(4.0).build());
      script.sendInventoryBytes("web|a", good).sendInventoryBytes("web|b", good);
      script.sendInventoryBytes("web", good).sendInventoryBytes(null, null);
      script.sendInventoryBytes("web|a|b", null).sendInventoryBytes("|a", good);
      script.sendInventoryBytes("web|a", new byte[] {1, 2, 3});
      script.send(host("a").setCores(-4.0).build());
      assertThat(script.rejected)
          .extracting(RejectedRecord::getReason)
          .containsExactly(
              RejectReason.KEY_NOT_GROUP,
              RejectReason.KEY_NOT_GROUP,
              RejectReason.KEY_NOT_GROUP,
              RejectReason.INVALID_NAME,
              RejectReason.NO_GROUP,
              RejectReason.NOT_WIRE_FORMAT,
              RejectReason.MALFORMED);
      assertThat(last(script.rejected).getMessage()).isEqualTo("cores must be above 0, not -4.0");
      assertThat(script.rejected.get(0).getTopic()).isEqualTo("test.host-inventory");
      new WebFleet(script, 2).run(ofMinutes(3));
      assertThat(last(script.verdicts).getHostsKnown()).isEqualTo(3);
    }
  }

  private static HostInfo.Builder host(String host) {
    return HostInfo.newBuilder().setGroup("web").setHost(host);
  }

  private static <V> V last(List<V> values) {
    return values.get(values.size() - 1);
  }

  private static Instant at(int minute) {
    return FleetScript.START.plus(ofMinutes(minute));
  }

  private static GroupCapacity capacityAt(FleetScript script, int minute) {
    return script.capacity.stream()
        .filter(capacity -> capacity.getWindowStart().equals(at(minute)))
        .findFirst()
        .orElseThrow();
  }
}
