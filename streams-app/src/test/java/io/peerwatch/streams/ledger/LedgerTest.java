package io.peerwatch.streams.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.schemas.avro.BudgetLedger;
import io.peerwatch.schemas.avro.ThresholdState;
import io.peerwatch.streams.FleetScript;
import io.peerwatch.streams.WebFleet;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LedgerTest {
  @Test
  void shouldTellWhatWasPromisedAndRaisedOnceGroupsAreJudged() {
    try (FleetScript fleet = new FleetScript()) {
      WebFleet web = new WebFleet(fleet, 10);
      web.run(Duration.ofHours(5));
      assertThat(fleet.ledger)
          .singleElement()
          .satisfies(
              first -> {
                assertThat(first.getGroup()).isEqualTo("web");
                assertThat(first.getWeekStart()).isEqualTo(Instant.parse("2026-01-05T00:00:00Z"));
                assertThat(first.getRaised()).isZero();
                assertThat(first.getRealisedLow()).isZero();
                assertThat(first.getRealisedHigh()).isCloseTo(3.689, within(0.001));
              });
      web.load("web-07", 0.5).run(Duration.ofMinutes(30));
      BudgetLedger raised = fleet.ledger.get(fleet.ledger.size() - 1);
      assertThat(raised.getRaised()).isEqualTo(1);
      assertThat(raised.getUnjudged()).isEqualTo(1);
      assertThat(raised.getRealised()).isEqualTo(1);
      assertThat(raised.getRealisedHigh()).isCloseTo(5.572, within(0.001));
      assertThat(raised.getPromised()).isCloseTo(4.0 / 168, within(0.2 / 168));
      assertThat(raised.getThresholdState()).isEqualTo(ThresholdState.SHORT_HISTORY);
      assertThat(raised.getCalibratedWeeks()).isBetween(4 / 168.0, 6 / 168.0);
      assertThat(raised.getThreshold()).isPositive();
    }
  }
}
