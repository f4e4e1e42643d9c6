package io.peerwatch.consumers.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Resolution;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertLineTest {
  private static final InstantSource SAME_DAY =
      InstantSource.fixed(Instant.parse("2026-11-22T23:59:59Z"));
  private static final InstantSource NEXT_DAY =
      InstantSource.fixed(Instant.parse("2026-11-23T00:00:00Z"));

  @Test
  void shouldTellAnOpenedAlertWithItsEvidence() {
    assertThat(plain(Alerts.opened().build()))
        .isEqualTo("12:04:00 OPENED   critical [web] LONE_HOST " + Alerts.SUMMARY + "  a1b2c3");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T12:02:00Z, 0 s",
    "2026-11-22T12:03:59Z, 119 s",
    "2026-11-22T12:04:00Z, 2 min",
    "2026-11-22T12:31:29Z, 29 min",
    "2026-11-22T14:01:00Z, 119 min",
    "2026-11-22T14:05:00Z, 2 h 3 min"
  })
  void shouldTellHowLongAResolvedAlertLasted(String resolvedAt, String lasted) {
    String time = resolvedAt.substring(11, 19);
    assertThat(plain(Alerts.recovered(resolvedAt).build()))
        .isEqualTo(
            time
                + " RESOLVED critical [web] LONE_HOST web-07 recovered after "
                + lasted
                + "  a1b2c3");
  }

  @Test
  void shouldTellWhyAnAlertEndedOrThatItDid() {
    var alert = Alerts.recovered("2026-11-22T12:05:00Z");
    assertThat(plain(alert.setResolution(Resolution.REMOVED).build())).contains("removed after");
    assertThat(plain(alert.setResolution(null).build())).contains("web-07 ended after");
  }

  @Test
  void shouldShowTheDateOfAnotherDay() {
    assertThat(new AlertLine(NEXT_DAY, false).of(Alerts.opened().build()))
        .startsWith("2026-11-22 12:04:00 OPENED");
  }

  @Test
  void shouldNameTheHostWhenThereIsNoSummary() {
    assertThat(plain(Alerts.opened().setSummary("").build())).contains("LONE_HOST web-07  a1b2c3");
  }

  @Test
  void shouldNameAFewHostsOfAGroupAndCountTheOthers() {
    assertThat(plain(Alerts.subgroup("a", "b", "c", "d").setSummary("").build()))
        .contains("SUBGROUP a, b, c, d  ");
    assertThat(plain(Alerts.subgroup("a", "b", "c", "d", "e").setSummary("").build()))
        .contains("SUBGROUP a, b, c and 2 more  ");
    assertThat(plain(Alerts.subgroup().setSummary("").build())).contains("SUBGROUP the group  ");
  }

  @Test
  void shouldColourOnlyWhenAsked() {
    HostAlert alert = Alerts.opened().build();
    assertThat(plain(alert)).doesNotContain("\033");
    assertThat(new AlertLine(SAME_DAY, true).of(alert))
        .contains("\033[1;31mOPENED   critical\033[0m");
  }

  @Test
  void shouldNotLetTextsFromTheTopicSteerTheTerminal() {
    HostAlert alert = Alerts.opened().setSummary("web\033[2J\nRESOLVED").setGroup("\007").build();
    assertThat(plain(alert)).contains("[?]").contains("web?[2J?RESOLVED");
  }

  private static String plain(HostAlert alert) {
    return new AlertLine(SAME_DAY, false).of(alert);
  }
}
