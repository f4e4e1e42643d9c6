package io.peerwatch.streams.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.BudgetLedger;
import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.avro.FeedbackKind;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.schemas.avro.Resolution;
import io.peerwatch.schemas.avro.Taught;
import io.peerwatch.streams.FleetScript;
import io.peerwatch.streams.WebFleet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedbackTest {
  private static final Duration HISTORY = Duration.ofHours(5);
  private final FleetScript fleet = new FleetScript();
  private final WebFleet web = new WebFleet(fleet, 10);

  @AfterEach
  void close() {
    fleet.close();
  }

  @Test
  void shouldTakeAnExpectedChangeAsNormalAtOnceTellItAndFindAFurtherOne() {
    HostAlert alert = alertOn("web-07", 0.2);
    fleet.send(feedback(alert, FeedbackKind.EXPECTED_CHANGE));
    assertThat(lastAlert().getAlertId()).isEqualTo(alert.getAlertId());
    assertThat(lastAlert().getState()).isEqualTo(AlertState.RESOLVED);
    assertThat(lastAlert().getResolution()).isEqualTo(Resolution.ACKNOWLEDGED);
    assertThat(lastLedger().getConfirmed()).isEqualTo(1);
    assertThat(lastLedger().getUnjudged()).isZero();
    assertThat(lastLedger().getTaught())
        .isNotEmpty()
        .allSatisfy(
            taught -> {
              assertThat(taught.getHost()).isEqualTo("web-07");
              assertThat(taught.getKind()).isEqualTo(FeedbackKind.EXPECTED_CHANGE);
              assertThat(taught.getAlertId()).isEqualTo(alert.getAlertId());
            });

    int told = fleet.alerts.size();
    web.run(Duration.ofHours(2));
    assertThat(fleet.alerts).hasSize(told);
    web.load("web-07", 0.5).run(Duration.ofMinutes(20));
    assertThat(fleet.alerts).hasSizeGreaterThan(told);
    assertThat(lastAlert().getHost()).isEqualTo("web-07");
  }

  @Test
  void shouldRaiseTheBarAfterAFalseAlarmAndTakeThatBackWhenItIsUndone() {
    HostAlert alert = alertOn("web-07", 0.2);
    fleet.send(feedback(alert, FeedbackKind.FALSE_ALARM));
    assertThat(lastAlert().getState()).isEqualTo(AlertState.RESOLVED);
    assertThat(lastLedger().getFalseAlarms()).isEqualTo(1);
    assertThat(lastLedger().getRealised()).isEqualTo(1);
    assertThat(lastLedger().getTaught()).extracting(Taught::getFactor).contains(1.3);
    int told = fleet.alerts.size();
    web.run(Duration.ofMinutes(30));
    assertThat(fleet.alerts).hasSize(told);

    fleet.send(feedback(alert, FeedbackKind.UNDONE));
    assertThat(lastLedger().getFalseAlarms()).isZero();
    assertThat(lastLedger().getUnjudged()).isEqualTo(1);
    assertThat(lastLedger().getTaught()).isEmpty();
  }

  @Test
  void shouldDoNothingTwice() {
    HostAlert alert = alertOn("web-07", 0.2);
    Feedback said = feedback(alert, FeedbackKind.ACKNOWLEDGED);
    fleet.send(said);
    int told = fleet.ledger.size();
    assertThat(lastLedger().getConfirmed()).isEqualTo(1);
    fleet.send(said).send(said);
    assertThat(fleet.ledger).hasSize(told);
    assertThat(fleet.rejected).isEmpty();
  }

  @Test
  void shouldRefuseWhatCannotBeMeantAndSayWhy() {
    HostAlert alert = alertOn("web-07", 0.2);
    Feedback good = feedback(alert, FeedbackKind.ACKNOWLEDGED);
    int told = fleet.ledger.size();

    refused(copy(good).setAlertId("0badc0de").build(), RejectReason.UNKNOWN_ALERT, "0badc0de");
    refused(copy(good).setGroup("db").build(), RejectReason.UNKNOWN_ALERT, "group db");
    refused(copy(good).setAlertId("").build(), RejectReason.INVALID_FEEDBACK, "no alert");
    refused(
        copy(good).setKind(FeedbackKind.UNKNOWN).build(), RejectReason.INVALID_FEEDBACK, "kind");
    refused(copy(good).setHost("web-08").build(), RejectReason.INVALID_FEEDBACK, "host web-07");
    refused(
        copy(good).setAt(Instant.EPOCH).build(), RejectReason.TIMESTAMP_OUT_OF_RANGE, "1970-01-01");
    refused(copy(good).setGroup("").build(), RejectReason.NO_GROUP, "empty");
    refused(copy(good).setGroup("we b").build(), RejectReason.INVALID_NAME, "'we b'");

    refusedBytes("db", fleet.bytes(good), RejectReason.KEY_NOT_GROUP, "web");
    refusedBytes("web", null, RejectReason.NO_VALUE, "no value");
    refusedBytes("web", new byte[] {1, 2}, RejectReason.NOT_WIRE_FORMAT, "");
    refusedBytes(
        "web",
        "{\"alertId\": \"x\"}".getBytes(StandardCharsets.UTF_8),
        RejectReason.NOT_WIRE_FORMAT,
        "");
    assertThat(fleet.ledger).hasSize(told);
    assertThat(fleet.rejected)
        .extracting(RejectedRecord::getTopic)
        .containsOnly("test.alert-feedback");
  }

  private HostAlert alertOn(String host, double load) {
    web.run(HISTORY).load(host, load).run(Duration.ofMinutes(15));
    HostAlert alert = fleet.alerts.get(0);
    assertThat(alert.getHost()).isEqualTo(host);
    assertThat(fleet.alerts).extracting(HostAlert::getAlertId).containsOnly(alert.getAlertId());
    return alert;
  }

  private void refused(Feedback feedback, RejectReason reason, String message) {
    int before = fleet.rejected.size();
    fleet.send(feedback);
    expectRefusal(before, reason, message);
  }

  private void refusedBytes(String key, byte[] value, RejectReason reason, String message) {
    int before = fleet.rejected.size();
    fleet.sendFeedbackBytes(key, value);
    expectRefusal(before, reason, message);
  }

  private void expectRefusal(int before, RejectReason reason, String message) {
    assertThat(fleet.rejected).hasSize(before + 1);
    RejectedRecord refusal = fleet.rejected.get(before);
    assertThat(refusal.getReason()).isEqualTo(reason);
    assertThat(refusal.getMessage()).contains(message).doesNotContain("\n");
  }

  private HostAlert lastAlert() {
    return fleet.alerts.get(fleet.alerts.size() - 1);
  }

  private BudgetLedger lastLedger() {
    return fleet.ledger.get(fleet.ledger.size() - 1);
  }

  private Feedback feedback(HostAlert alert, FeedbackKind kind) {
    return Feedback.newBuilder()
        .setAlertId(alert.getAlertId())
        .setGroup(alert.getGroup())
        .setHost(alert.getHost())
        .setKind(kind)
        .setWho("ann")
        .setAt(web.now())
        .setComment("")
        .build();
  }

  private static Feedback.Builder copy(Feedback feedback) {
    return Feedback.newBuilder(feedback);
  }
}
