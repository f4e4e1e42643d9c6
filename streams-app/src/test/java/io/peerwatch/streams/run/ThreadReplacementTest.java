package io.peerwatch.streams.run;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ThreadReplacementTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final ThreadReplacement replacement = new ThreadReplacement(() -> now);

  @Test
  void shouldReplaceThreadsWithinTheBudgetAndThenGiveUpWithTheRootCause() {
    var death = new RuntimeException("outer", new IllegalStateException("disk full\nat …"));
    for (int i = 0; i < ThreadReplacement.DEATHS_MAX; i++) {
      assertThat(replacement.handle(death)).isEqualTo(REPLACE_THREAD);
    }
    assertThat(replacement.givenUp()).isNull();
    assertThat(replacement.handle(death)).isEqualTo(SHUTDOWN_CLIENT);
    assertThat(replacement.givenUp()).isEqualTo("IllegalStateException: disk full");
  }

  @Test
  void shouldForgetDeathsThatAreLongAgo() {
    for (int i = 0; i < 5 * ThreadReplacement.DEATHS_MAX; i++) {
      assertThat(replacement.handle(new RuntimeException("again"))).isEqualTo(REPLACE_THREAD);
      now = now.plus(ThreadReplacement.SPAN.dividedBy(ThreadReplacement.DEATHS_MAX).plusSeconds(7));
    }
  }

  @Test
  void shouldEndAtOnceWhenTheTopicIsGone() {
    assertThat(replacement.handle(new MissingSourceTopicException("gone")))
        .isEqualTo(SHUTDOWN_CLIENT);
  }

  @Test
  void shouldEndAtOnceWhenARightIsMissing() {
    var refusal = new TopicAuthorizationException(Set.of("x"));
    assertThat(replacement.handle(new StreamsException("while restoring", refusal)))
        .isEqualTo(SHUTDOWN_CLIENT);
    assertThat(replacement.givenUp()).contains("[x]");
  }
}
