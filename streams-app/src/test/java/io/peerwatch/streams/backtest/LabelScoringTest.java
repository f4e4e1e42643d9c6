package io.peerwatch.streams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Verdict;
import io.peerwatch.schemas.csv.Label;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelScoringTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  /** A policy made windows of five minutes, whatever the option says. */
  @Test
  void shouldFindWithAWindowAsLongAsItWas() {
    var label = new Label("web-01", START, at(4), List.of(), "web", "");
    var scoring = new LabelScoring(new ScoreSettings(List.of(label), START, at(60)));
    HostAlert.Builder alert =
        HostAlert.newBuilder()
            .setAlertId("a1")
            .setGroup("web")
            .setHost("web-01")
            .setVerdict(Verdict.LONE_HOST)
            .setState(AlertState.OPENED)
            .setWindowStart(START)
            .setWindowEnd(at(5))
            .setOpenedAt(at(5));
    scoring.hear(alert.build());
    // Its worst window came later; the one that opened it counts.
    alert.setState(AlertState.RESOLVED).setWindowStart(at(5)).setResolvedAt(at(6));
    scoring.hear(alert.build());
    var score = scoring.score(List.of(alert.build())).alarms();
    assertThat(score.found()).isEqualTo(1);
    assertThat(score.falseAlarms()).isZero();
  }

  private static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }
}
