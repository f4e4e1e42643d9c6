package io.peerwatch.detection.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.episode.EpisodeState;
import io.peerwatch.detection.episode.Resolution;
import io.peerwatch.detection.taught.Opinion;
import io.peerwatch.detection.verdict.Evidence;
import io.peerwatch.detection.verdict.Lesson;
import io.peerwatch.detection.verdict.Severity;
import io.peerwatch.detection.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaisedAlertsTest {
  private static final long DAY = 86_400_000L;
  private final RaisedAlerts alerts = new RaisedAlerts();

  @Test
  void shouldKnowWhatAnAlertBlamedAndWhetherItIsOpen() {
    alerts.remember(List.of(opened("a", DAY)));
    Lesson open = alerts.hear(new Said("a", Opinion.FALSE_ALARM, 1)).orElseThrow();
    assertThat(open.blamed()).containsExactly("cpu", "load");
    assertThat(open.open()).isTrue();
    assertThat(open.before()).isNull();
    alerts.remember(List.of(resolved("a", 2 * DAY)));
    Lesson ended = alerts.hear(new Said("a", null, 2)).orElseThrow();
    assertThat(ended.open()).isFalse();
    assertThat(ended.before()).isEqualTo(Opinion.FALSE_ALARM);
    assertThat(ended.openedAt()).isEqualTo(DAY);
  }

  @Test
  void shouldForgetAlertsThatEndedThirtyDaysAgo() {
    alerts.remember(List.of(opened("a", DAY), resolved("a", 2 * DAY)));
    alerts.remember(List.of(opened("b", 31 * DAY)));
    assertThat(alerts.get("a")).isNotNull();
    alerts.remember(List.of(opened("c", 32 * DAY)));
    assertThat(alerts.get("a")).isNull();
    assertThat(alerts.get("b")).isNotNull();
  }

  @Test
  void shouldRememberNoMoreThanItsBoundTheOldestForgottenFirst() {
    for (int i = 0; i < RaisedAlerts.ALERTS_MAX + 5; i++) {
      alerts.remember(List.of(opened("alert-" + i, DAY + i)));
    }
    assertThat(alerts.size()).isEqualTo(RaisedAlerts.ALERTS_MAX);
    assertThat(alerts.get("alert-4")).isNull();
    assertThat(alerts.get("alert-5")).isNotNull();
  }

  private static Episode opened(String id, long at) {
    return episode(id, EpisodeState.OPENED, null, at, at, -1);
  }

  private static Episode resolved(String id, long at) {
    return episode(id, EpisodeState.RESOLVED, Resolution.RECOVERED, DAY, at, at);
  }

  private static Episode episode(
      String id, EpisodeState state, Resolution resolution, long opened, long at, long resolved) {
    List<Evidence> evidence =
        List.of(metric("cpu", 0.6), metric("load", 0.3), metric("memory", 0.1));
    return new Episode(
        id,
        "web",
        "web-07",
        List.of(),
        Verdict.LONE_HOST,
        state,
        resolution,
        Severity.WARNING,
        opened,
        opened,
        at,
        resolved,
        at,
        at,
        3,
        List.of(),
        evidence,
        "");
  }

  private static Evidence metric(String name, double share) {
    return new Evidence(name, "1", 1, 0.5, 0.4, 0.6, 9, share);
  }
}
