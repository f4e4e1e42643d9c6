package io.peerwatch.streams.restart;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.schemas.avro.Resolution;
import io.peerwatch.schemas.avro.Verdict;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.FleetScript;
import io.peerwatch.streams.backtest.BacktestDriver;
import io.peerwatch.streams.run.FleetSettings;
import io.peerwatch.streams.source.SourceLog;
import io.peerwatch.streams.window.TickSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group of which nobody is heard any more takes no room for good. */
class ForgottenGroupTest {
  private static final WindowSettings WINDOWS =
      new WindowSettings(60_000, 30_000, 300_000, 150_000, 50, 8);
  private static final int GROUPS_MAX = 2;
  private static final Duration FORGET_AFTER = Duration.ofHours(2);

  private final SplittableRandom random = new SplittableRandom(20261123);
  private final List<HostAlert> alerts = new ArrayList<>();
  private final List<GroupVerdict> verdicts = new ArrayList<>();
  private final List<RejectedRecord> rejected = new ArrayList<>();
  private StoresThatSurvive stores = new StoresThatSurvive();
  private BacktestDriver driver;
  private long tickMillis;
  private int sent;

  @TempDir private Path folder;

  @Test
  void shouldForgetAGroupThatIsSilentForLong() {
    start();
    run("web", 0, 75);
    assertThat(stores.keysOf("web")).isNotEmpty();
    silence(115); // hosts are forgotten, what the group learned is not
    assertThat(alerts).extracting(HostAlert::getVerdict).containsOnly(Verdict.GROUP_SILENT);
    assertThat(stores.keysOf("web")).contains("baselines web", "capacity web");

    silence(15);
    assertThat(stores.keysOf("web")).isEmpty();
    HostAlert last = alerts.get(alerts.size() - 1);
    assertThat(last.getState()).isEqualTo(AlertState.RESOLVED);
    assertThat(last.getResolution()).isEqualTo(Resolution.EXPIRED);
    Instant silent = FleetScript.START.plus(Duration.ofMinutes(75));
    assertThat(Duration.between(silent, last.getResolvedAt()))
        .isBetween(FORGET_AFTER, FORGET_AFTER.plusMinutes(15));
  }

  @Test
  void shouldKeepASilentGroupThatTheInventoryLists() {
    start();
    run("web", 0, 5);
    silence(100);
    list("web", "web-0");
    silence(60);
    assertThat(stores.keysOf("web")).isNotEmpty();
  }

  @Test
  void shouldTakeAnotherGroupInThePlaceOfOneThatIsForgottenAlsoAfterARestart() {
    start();
    run("once", 0, 1);
    run("web", 1, 3);
    run("new", 3, 4);
    assertThat(rejected)
        .isNotEmpty()
        .allMatch(record -> record.getReason() == RejectReason.TOO_MANY_GROUPS);
    assertThat(stores.keysOf("new")).isEmpty();
    run("web", 4, 110);
    assertThat(stores.keysOf("once")).isNotEmpty();
    run("web", 110, 140);
    assertThat(stores.keysOf("once")).isEmpty();
    restart();

    run("new", 140, 143);
    assertThat(rejected).isEmpty();
    assertThat(verdicts).extracting(GroupVerdict::getGroup).contains("new");
    assertThat(stores.keysOf("new")).isNotEmpty();
  }

  @Test
  void shouldForgetAFewHundredGroupsAtATimeWhateverTheirNumber() {
    int made = 600;
    var brief = new WindowSettings(60_000, 0, 60_000, 150_000, 50, 8);
    var ticking = new TickSettings(TickSettings.PERIOD, made, Duration.ofMinutes(10));
    var settings = FleetSettings.of("test.", brief, 1, 1, stores).withTicking(ticking);
    driver = new BacktestDriver(settings, folder, SourceLog.NONE);
    for (int g = 0; g < made; g++) {
      var metrics = Map.of("system.cpu.utilization", 0.5);
      driver.send(new HostSample("h", "fake-" + g, FleetScript.START, metrics, Map.of()));
    }
    List<Integer> steps = new ArrayList<>();
    int left = 0; // a group is stored from its first window on
    for (int ticks = 0; ticks < 380; ticks++) {
      tick();
      int now = stores.names("open-windows").size();
      if (now < left) {
        steps.add(left - now);
      }
      left = now;
    }
    assertThat(left).isZero();
    assertThat(steps).containsExactly(500, 100);
  }

  /** Every ten seconds, with ticks between. */
  private void run(String group, int fromMinute, int toMinute) {
    Instant to = FleetScript.START.plus(Duration.ofMinutes(toMinute));
    for (Instant at = FleetScript.START.plus(Duration.ofMinutes(fromMinute));
        at.isBefore(to);
        at = at.plusSeconds(10)) {
      for (int h = 0; h < 5; h++) {
        double cpu = 0.3 + 0.02 * random.nextDouble(-1, 1);
        var sample =
            new HostSample(
                group + "-" + h, group, at, Map.of("system.cpu.utilization", cpu), Map.of());
        driver.send(sample);
        sent++;
      }
      tick();
      tick();
    }
  }

  private void list(String group, String host) {
    var info = HostInfo.newBuilder().setGroup(group).setHost(host).build();
    try (FleetScript script = new FleetScript()) {
      byte[] key = (group + "|" + host).getBytes(StandardCharsets.UTF_8);
      driver.sendInventoryBytes(key, script.bytes(info));
    }
    driver.drain();
  }

  private void silence(int minutes) {
    for (int ticks = minutes * 12; ticks > 0; ticks--) {
      tick();
    }
  }

  private void tick() {
    tickMillis += 5_000;
    driver.sendBytes(Topics.TICK_KEY.getBytes(StandardCharsets.UTF_8), null, tickMillis);
    sent++;
    driver.drain();
  }

  private void start() {
    var settings =
        FleetSettings.of("test.", WINDOWS, 1, 1, stores)
            .withTicking(new TickSettings(TickSettings.PERIOD, GROUPS_MAX, FORGET_AFTER));
    driver = new BacktestDriver(settings, folder, SourceLog.NONE);
    driver.read(Topics.HOST_ALERTS, alerts::add);
    driver.read(Topics.GROUP_VERDICTS, verdicts::add);
    driver.read(Topics.REJECTED_RECORDS, rejected::add);
  }

  private void restart() {
    driver.close();
    stores = stores.copy();
    start();
    // The driver counts offsets from zero: what came before is nothing to it, but counts.
    for (int i = 0; i < sent; i++) {
      driver.sendBytes(null, null, 0);
    }
    driver.drain();
    rejected.clear();
  }
}
