package io.peerwatch.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.GroupState;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.NotJudgedReason;
import io.peerwatch.schemas.avro.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoneHostTest {
  private static final List<String> HOSTS =
      IntStream.rangeClosed(1, 10).mapToObj("web-%02d"::formatted).toList();
  private static final Duration STEP = Duration.ofSeconds(10);

  private final SplittableRandom random = new SplittableRandom(5);

  @Test
  void shouldOpenOneAlertForTheOneHostThatLeavesItsPeersAndResolveIt() {
    try (FleetScript fleet = new FleetScript()) {
      Instant fault = FleetScript.START.plus(Duration.ofHours(5));
      Instant cured = fault.plus(Duration.ofMinutes(30));
      run(fleet, FleetScript.START, fault, 0);
      assertThat(fleet.alerts).isEmpty();
      run(fleet, fault, cured, 0.5);
      HostAlert opened = fleet.alerts.get(0);
      assertThat(opened.getHost()).isEqualTo("web-07");
      assertThat(opened.getVerdict()).isEqualTo(Verdict.LONE_HOST);
      assertThat(opened.getState()).isEqualTo(AlertState.OPENED);
      assertThat(opened.getOpenedAt()).isBefore(fault.plus(Duration.ofMinutes(10)));
      assertThat(opened.getEvidence()).isNotEmpty();
      run(fleet, cured, cured.plus(Duration.ofHours(1)), 0);
      HostAlert last = fleet.alerts.get(fleet.alerts.size() - 1);
      assertThat(last.getState()).isEqualTo(AlertState.RESOLVED);
      assertThat(fleet.alerts).extracting(HostAlert::getAlertId).containsOnly(opened.getAlertId());
      assertThat(fleet.verdicts.get(0).getState()).isEqualTo(GroupState.NOT_JUDGED);
      assertThat(fleet.verdicts.get(0).getReason()).isEqualTo(NotJudgedReason.WARMING);
      assertThat(fleet.capacity).hasSameSizeAs(fleet.verdicts);
    }
  }

  @Test
  void shouldNotJudgeAHostThatHasNoPeers() {
    try (FleetScript fleet = new FleetScript()) {
      for (int i = 0; i < 60; i++) {
        fleet.sample("alone", "a", FleetScript.START.plus(STEP.multipliedBy(i)), Map.of("m", 1.0));
      }
      assertThat(fleet.verdicts)
          .isNotEmpty()
          .allSatisfy(
              verdict -> {
                assertThat(verdict.getState()).isEqualTo(GroupState.NOT_JUDGED);
                assertThat(verdict.getReason()).isEqualTo(NotJudgedReason.NO_PEERS);
              });
    }
  }

  @Test
  void shouldSayWhichHostFellSilentAndThatItCameBack() {
    try (FleetScript fleet = new FleetScript()) {
      Instant start = FleetScript.START;
      Instant fell = start.plus(Duration.ofHours(2));
      Instant back = fell.plus(Duration.ofMinutes(8));
      run(fleet, start, fell, 0);
      for (Instant at = fell; at.isBefore(back); at = at.plus(STEP)) {
        sendAll(fleet, at, 0, HOSTS.subList(0, 9));
      }
      assertThat(fleet.alerts)
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.getVerdict()).isEqualTo(Verdict.SILENT_HOST);
                assertThat(alert.getHost()).isEqualTo("web-10");
              });
      run(fleet, back, back.plus(Duration.ofMinutes(5)), 0);
      assertThat(fleet.alerts).hasSize(2);
      assertThat(fleet.alerts.get(1).getState()).isEqualTo(AlertState.RESOLVED);
    }
  }

  private void run(FleetScript fleet, Instant from, Instant to, double excess) {
    for (Instant at = from; at.isBefore(to); at = at.plus(STEP)) {
      sendAll(fleet, at, excess, HOSTS);
    }
  }

  private void sendAll(FleetScript fleet, Instant at, double excess, List<String> hosts) {
    for (String host : hosts) {
      double more = host.equals("web-07") ? excess : 0;
      double cpu = 0.3 + more + 0.02 * random.nextGaussian();
      fleet.sample(
          "web",
          host,
          at,
          Map.of(
              "system.cpu.utilization",
              Math.max(0, Math.min(1, cpu)),
              "system.cpu.load_average.1m",
              Math.max(0, 8 * cpu + 0.1 * random.nextGaussian()),
              "system.cpu.logical.count",
              8.0,
              "system.memory.utilization",
              0.5 + 0.01 * random.nextGaussian()));
    }
  }
}
