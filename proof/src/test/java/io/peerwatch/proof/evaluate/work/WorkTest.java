package io.peerwatch.proof.evaluate.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.schemas.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void shouldTakeResultsInTheOrderOfAddingOnTheCallersThread(int threads) {
    var work = new Work();
    List<Integer> taken = new ArrayList<>();
    Thread caller = Thread.currentThread();
    for (int i = 0; i < 40; i++) {
      int piece = i;
      work.add(
          i % 5,
          advance -> piece,
          result -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            taken.add(result);
          });
    }
    work.run(threads, "counting", Progress.NONE);
    assertThat(taken).isEqualTo(IntStream.range(0, 40).boxed().toList());
  }

  /** Each waits for the other, which one thread alone could never do. */
  @Test
  void shouldWorkOnSeveralAtATime() {
    var both = new CountDownLatch(2);
    var work = new Work();
    for (int i = 0; i < 2; i++) {
      work.add(1, advance -> meet(both), result -> assertThat(result).isTrue());
    }
    work.run(2, "meeting", Progress.NONE);
  }

  private static boolean meet(CountDownLatch both) {
    both.countDown();
    try {
      return both.await(30, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldReportHowFarItHasComeAndEndAtTheTotal() {
    var work = new Work();
    List<Long> told = new ArrayList<>();
    work.add(10, advance -> half(advance), result -> {});
    work.add(30, advance -> half(advance), result -> {});
    work.run(
        2,
        "working",
        (what, done, total) -> {
          assertThat(total).isEqualTo(40);
          told.add(done);
        });
    assertThat(told).isSorted().last().isEqualTo(40L);
  }

  private static int half(Advance advance) {
    advance.to(0.5);
    return 0;
  }

  @Test
  void shouldFailWithWhatAPieceFailedWith() {
    var work = new Work();
    work.add(
        1,
        advance -> {
          throw new IllegalArgumentException("no such thing");
        },
        result -> {});
    assertThatThrownBy(() -> work.run(2, "failing", Progress.NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no such thing");
  }
}
