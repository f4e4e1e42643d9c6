package io.peerwatch.streams.run;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.serde.RegistryUnavailableException;
import java.net.ConnectException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.TimeoutException;
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
    assertThat(replacement.givenUp())
        .isEqualTo(
            "11 stream threads died within 10 minutes, the last one of IllegalStateException: disk full");
  }

  @Test
  void shouldForgetDeathsThatAreLongAgo() {
    for (int i = 0; i < 5 * ThreadReplacement.DEATHS_MAX; i++) {
      assertThat(replacement.handle(new RuntimeException("again"))).isEqualTo(REPLACE_THREAD);
      now = now.plus(ThreadReplacement.SPAN.dividedBy(ThreadReplacement.DEATHS_MAX).plusSeconds(7));
    }
  }

  @Test
  void shouldWaitForARegistryAndABrokerHoweverManyThreadsThatKills() {
    var registry = new RegistryUnavailableException("down", new ConnectException("refused"));
    var broker = new TimeoutException("nothing comes after 7");
    for (int i = 0; i < 5 * ThreadReplacement.DEATHS_MAX; i++) {
      assertThat(replacement.handle(new StreamsException("amid work", registry)))
          .isEqualTo(REPLACE_THREAD);
      assertThat(replacement.handle(new StreamsException("amid work", broker)))
          .isEqualTo(REPLACE_THREAD);
    }
    assertThat(replacement.deathsLeft()).isEqualTo(ThreadReplacement.DEATHS_MAX);
    assertThat(replacement.died()).isEqualTo(10 * ThreadReplacement.DEATHS_MAX);
  }

  @Test
  void shouldSayOfTheDyingThreadAloneThatItIsReplaced() throws Exception {
    assertThat(replacement.isOfThisThread()).isFalse();
    replacement.handle(new IllegalStateException("dies"));
    assertThat(replacement.isOfThisThread()).isTrue();
    var another = CompletableFuture.supplyAsync(replacement::isOfThisThread);
    assertThat(another.get(10, TimeUnit.SECONDS)).isFalse();
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
