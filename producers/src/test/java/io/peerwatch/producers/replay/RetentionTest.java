package io.peerwatch.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final long NOW = Instant.parse("2026-11-22T12:00:00Z").toEpochMilli();
  private static final long DAY = 86_400_000;

  @Test
  void shouldRefuseWhatWouldBeDeletedAndNameTheWayOut() {
    var day = new Retention("peerwatch.host-samples", DAY);
    assertThatThrownBy(() -> day.requireKept(NOW - DAY - 1, NOW))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("peerwatch.host-samples keeps samples for 24 h")
        .hasMessageContaining("2026-11-21T11:59:59.999Z")
        .hasMessageContaining("peerwatch topics apply --prefix replay. --retention unlimited");
    assertThatCode(() -> day.requireKept(NOW - DAY, NOW)).doesNotThrowAnyException();
  }

  @Test
  void shouldLetEverythingPassWhereNothingIsDeleted() {
    assertThatCode(() -> new Retention("t", -1).requireKept(0, NOW)).doesNotThrowAnyException();
  }

  @Test
  void shouldReadWhatTheTopicSays() {
    assertThat(Retention.of("t", config("retention.ms=86400000", "cleanup.policy=delete")))
        .isEqualTo(new Retention("t", DAY));
    assertThat(Retention.of("t", config("retention.ms=-1", "cleanup.policy=delete")).keptMillis())
        .isEqualTo(-1);
    assertThat(Retention.of("t", config("retention.ms=5", "cleanup.policy=compact")).keptMillis())
        .isEqualTo(-1);
    assertThat(
            Retention.of("t", config("retention.ms=5", "message.timestamp.type=LogAppendTime"))
                .keptMillis())
        .isEqualTo(-1);
  }

  private static Config config(String... entries) {
    return new Config(
        Arrays.stream(entries)
            .map(entry -> entry.split("=", 2))
            .map(pair -> new ConfigEntry(pair[0], pair[1]))
            .toList());
  }
}
