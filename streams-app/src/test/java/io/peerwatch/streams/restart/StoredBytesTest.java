package io.peerwatch.streams.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.GroupState;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * State that earlier releases wrote is gone on with. {@code stored/<n>} has the bytes of every
 * store as layout n left them in the middle of a window, with a host silent and told of.
 */
class StoredBytesTest {
  private static final int NEWEST = 3;
  private static final Path RESOURCES = Path.of("src", "test", "resources", "stored");

  @TempDir private Path folder;

  static IntStream layouts() {
    return IntStream.rangeClosed(1, NEWEST);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void shouldGoOnFromWhatEarlierReleasesStored(int layout) throws Exception {
    StoresThatSurvive stored = StoresThatSurvive.read(RESOURCES.resolve(String.valueOf(layout)));
    try (UpgradedFleet fleet = new UpgradedFleet(folder, stored)) {
      fleet.goOn();
      GroupVerdict first = fleet.verdicts.get(0);
      assertThat(first.getWindowStart()).isEqualTo(UpgradedFleet.OPEN_WINDOW);
      assertThat(first.getHostsKnown()).isEqualTo(UpgradedFleet.HOSTS);
      assertThat(first.getHostsReported()).isEqualTo(UpgradedFleet.HOSTS - 1);
      // Warm: what was learned is known.
      assertThat(first.getState()).isNotEqualTo(GroupState.NOT_JUDGED);
      assertThat(fleet.alerts).extracting(HostAlert::getHost).containsOnly("web-4");
      HostAlert last = fleet.alerts.get(fleet.alerts.size() - 1);
      assertThat(last.getState()).isEqualTo(AlertState.RESOLVED);
      // It is the episode of before, not a new one.
      assertThat(last.getOpenedAt()).isBefore(UpgradedFleet.OPEN_WINDOW);
      assertThat(fleet.alerts).noneMatch(alert -> alert.getState() == AlertState.OPENED);
      assertThat(fleet.capacity).hasSameSizeAs(fleet.verdicts);
      for (int i = 0; i < fleet.verdicts.size(); i++) {
        assertThat(fleet.verdicts.get(i).getWindowStart())
            .isEqualTo(UpgradedFleet.OPEN_WINDOW.plus(Duration.ofMinutes(i)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"open-windows", "baselines", "episodes", "raised-alerts", "ledger", "capacity"})
  void shouldNotStartOnALayoutThatItDoesNotKnow(String store) throws Exception {
    StoresThatSurvive stored =
        StoresThatSurvive.read(RESOURCES.resolve(String.valueOf(NEWEST))).ofFuture(store);
    assertThatThrownBy(
            () -> {
              try (UpgradedFleet fleet = new UpgradedFleet(folder, stored)) {
                fleet.goOn();
              }
            })
        .rootCause()
        .hasMessageContaining("is stored in layout 99, this release reads up to")
        .hasMessageNotContaining("\n");
  }

  /** {@code mvn -pl streams-app -am test -Dtest=StoredBytesTest -Dpeerwatch.stored.write=1}. */
  @Test
  @EnabledIfSystemProperty(named = "peerwatch.stored.write", matches = "[0-9]+")
  void writesThem() throws Exception {
    StoresThatSurvive stores = new StoresThatSurvive();
    try (UpgradedFleet fleet = new UpgradedFleet(folder, stores)) {
      fleet.begin();
      assertThat(fleet.alerts)
          .extracting(HostAlert::getState)
          .isEqualTo(List.of(AlertState.OPENED));
    }
    stores.write(RESOURCES.resolve(System.getProperty("peerwatch.stored.write")));
  }
}
