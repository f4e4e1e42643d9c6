package io.peerwatch.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InFlightTest {
  private final InFlight inFlight = new InFlight(100);

  @Test
  void shouldLetInNoMoreThanItsBound() throws Exception {
    assertThat(inFlight.enter(60, () -> false)).isTrue();
    var second = CompletableFuture.supplyAsync(() -> inFlight.enter(60, () -> false));
    assertThat(second).isNotDone();
    inFlight.leave(60);
    assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void shouldStopWaitingWhenGivenUp() throws Exception {
    var givenUp = new AtomicBoolean();
    inFlight.enter(100, () -> false);
    var second = CompletableFuture.supplyAsync(() -> inFlight.enter(1, givenUp::get));
    givenUp.set(true);
    assertThat(second.get(10, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void shouldLetInWhatIsLargerThanAllTheRoomAlone() {
    assertThat(inFlight.enter(5_000, () -> false)).isTrue();
    inFlight.leave(5_000);
    assertThat(inFlight.awaitNone(() -> false)).isTrue();
  }

  @Test
  void shouldKnowWhenNothingIsUnderWay() {
    inFlight.enter(1, () -> false);
    var asked = new AtomicBoolean();
    assertThat(inFlight.awaitNone(() -> asked.getAndSet(true))).isFalse();
    inFlight.leave(1);
    assertThat(inFlight.awaitNone(() -> false)).isTrue();
  }
}
