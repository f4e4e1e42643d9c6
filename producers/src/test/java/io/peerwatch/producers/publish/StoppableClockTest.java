package io.peerwatch.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StoppableClockTest {
  private final StoppableClock clock = new StoppableClock();

  @Test
  void shouldEndAWaitAtOnceWhenStopped() throws Exception {
    var waiting = CompletableFuture.runAsync(() -> clock.await(clock.millis() + 3_600_000));
    clock.stop();
    waiting.get(10, TimeUnit.SECONDS);
    assertThat(clock.stopped()).isTrue();
  }

  @Test
  void shouldWaitUntilTheMomentHasCome() {
    long due = clock.millis() + 30;
    clock.await(due);
    assertThat(clock.millis()).isGreaterThanOrEqualTo(due);
    assertThat(clock.stopped()).isFalse();
  }

  @Test
  void shouldNotWaitForAnythingInThePast() {
    clock.await(clock.millis() - 1);
    clock.await(Long.MIN_VALUE);
    assertThat(clock.stopped()).isFalse();
  }
}
