package io.peerwatch.consumers.silence;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Silence;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SilencesTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Silences silences = new Silences();

  @Test
  void shouldCoverFromItsStartToJustBeforeItsEnd() {
    silences.put("s", silence("web", "*").build());
    assertThat(silences.covering(alert("web", "web-07", NOON.minusMillis(1)))).isEmpty();
    assertThat(silences.covering(alert("web", "web-07", NOON))).containsExactly("s");
    assertThat(silences.covering(alert("web", "web-07", NOON.plusMillis(59_999)))).hasSize(1);
    assertThat(silences.covering(alert("web", "web-07", NOON.plusMillis(60_000)))).isEmpty();
  }

  @Test
  void shouldMatchGroupAndHostByTheirPatterns() {
    silences.put("s", silence("web-*", "*-07").build());
    assertThat(silences.covering(alert("web-eu", "x-07", NOON))).hasSize(1);
    assertThat(silences.covering(alert("web", "x-07", NOON))).isEmpty();
    assertThat(silences.covering(alert("web-eu", "x-08", NOON))).isEmpty();
  }

  @Test
  void shouldSilenceAnEpisodeOfAGroupByStarsOnly() {
    silences.put("hosts", silence("web", "web-*").build());
    assertThat(silences.covering(alert("web", null, NOON))).isEmpty();
    silences.put("all", silence("web", "*").build());
    assertThat(silences.covering(alert("web", null, NOON))).containsExactly("all");
  }

  @Test
  void shouldForgetASilenceThatEndedAndTakeItsNewForm() {
    silences.put("s", silence("web", "*").build());
    silences.put("s", silence("db", "*").build());
    assertThat(silences.covering(alert("web", "web-07", NOON))).isEmpty();
    assertThat(silences.covering(alert("db", "db-01", NOON))).hasSize(1);
    silences.put("s", null);
    assertThat(silences.covering(alert("db", "db-01", NOON))).isEmpty();
  }

  private static Silence.Builder silence(String group, String host) {
    return Silence.newBuilder()
        .setGroupPattern(group)
        .setHostPattern(host)
        .setFrom(NOON)
        .setTo(NOON.plusSeconds(60));
  }

  private static HostAlert alert(String group, String host, Instant at) {
    return HostAlert.newBuilder().setGroup(group).setHost(host).setUpdatedAt(at).build();
  }
}
