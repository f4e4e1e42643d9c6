package io.peerwatch.producers.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.peerwatch.producers.publish.PublishException;
import io.peerwatch.schemas.avro.HostSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OutageBufferTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<Long> sent = new CopyOnWriteArrayList<>();

  @Test
  void shouldHandOverInOrder() {
    try (var buffer = new OutageBuffer(samples(100), this::send)) {
      add(buffer, 1, 50);
      assertThat(buffer.drain(PATIENCE)).isTrue();
    }
    assertThat(sent).hasSize(50).isSorted();
  }

  @Test
  void shouldLetTheOldestGiveWayAndCountThemWhileNothingCanBeSent() throws Exception {
    var brokers = new Semaphore(0);
    var taken = new CountDownLatch(1);
    try (var buffer =
        new OutageBuffer(
            samples(3),
            sample -> {
              taken.countDown();
              brokers.acquireUninterruptibly();
              send(sample);
            })) {
      add(buffer, 1, 1);
      taken.await();
      add(buffer, 2, 6);
      assertThat(buffer.dropped()).isEqualTo(2);
      assertThat(buffer.undelivered()).isEqualTo(4);
      brokers.release(100);
      assertThat(buffer.drain(PATIENCE)).isTrue();
    }
    assertThat(sent).containsExactly(1L, 4L, 5L, 6L);
  }

  @Test
  void shouldSendABacklogAtItsPaceAndAtOnceWhenThereIsNoTime() throws Exception {
    var brokers = new Semaphore(0);
    List<Long> sentAt = new CopyOnWriteArrayList<>();
    try (var buffer =
        new OutageBuffer(
            samples(100),
            sample -> {
              brokers.acquireUninterruptibly();
              sentAt.add(System.nanoTime());
              send(sample);
            })) {
      for (long second = 1; second <= 50; second++) {
        buffer.add(sample(1_000 * second));
      }
      brokers.release(100);
      await().until(() -> sent.size() >= 6);
      assertThat(sentAt.get(5) - sentAt.get(0))
          .as("five seconds of samples take half a second")
          .isGreaterThanOrEqualTo(500_000_000L);
      long from = System.nanoTime();
      assertThat(buffer.drain(PATIENCE)).isTrue();
      assertThat(System.nanoTime() - from).isLessThan(3_000_000_000L);
    }
    assertThat(sent).hasSize(50).isSorted();
  }

  @Test
  void shouldTellWhoeverAddsThatSendingHasFailed() {
    try (var buffer =
        new OutageBuffer(
            samples(3),
            sample -> {
              throw new PublishException("not allowed");
            })) {
      await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> add(buffer, 1, 1))
                      .isInstanceOf(PublishException.class)
                      .hasMessage("not allowed"));
    }
  }

  @Test
  void shouldLetTheOldestGiveWayForBytesTooAndKeepOneHoweverLarge() throws Exception {
    var brokers = new Semaphore(0);
    var taken = new CountDownLatch(1);
    long one = sample(2).toByteBuffer().remaining();
    try (var buffer =
        new OutageBuffer(
            new BufferBounds(100, 2 * one),
            sample -> {
              taken.countDown();
              brokers.acquireUninterruptibly();
              send(sample);
            })) {
      add(buffer, 1, 1);
      taken.await();
      add(buffer, 2, 5);
      assertThat(buffer.dropped()).isEqualTo(2);
      buffer.add(
          new HostSample(
              "h".repeat(200), "g", Instant.ofEpochMilli(6), Map.of("m", 1.0), Map.of()));
      assertThat(buffer.dropped()).isEqualTo(4);
      brokers.release(100);
      assertThat(buffer.drain(PATIENCE)).isTrue();
    }
    assertThat(sent).containsExactly(1L, 6L);
  }

  @Test
  void shouldSayWhatItCouldNotDeliverInTime() throws Exception {
    var taken = new CountDownLatch(1);
    var givenUp = new CountDownLatch(1);
    var buffer =
        new OutageBuffer(
            samples(10),
            sample -> {
              taken.countDown();
              await().until(() -> givenUp.getCount() == 0);
            });
    add(buffer, 1, 1);
    taken.await();
    add(buffer, 2, 3);
    assertThat(buffer.drain(Duration.ofMillis(50))).isFalse();
    Thread closing = new Thread(buffer::close);
    closing.start();
    // Given up before it is closed, the delivery would sometimes go on with the next sample.
    await().until(() -> isWaitingOrDone(closing));
    givenUp.countDown();
    closing.join();
    await().until(() -> buffer.undelivered() <= 2);
    assertThat(buffer.undelivered()).isEqualTo(2);
    assertThat(buffer.dropped()).isZero();
  }

  private static boolean isWaitingOrDone(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING
        || thread.getState() == Thread.State.TERMINATED;
  }

  private static BufferBounds samples(int samplesMax) {
    return new BufferBounds(samplesMax, Long.MAX_VALUE);
  }

  private void send(HostSample sample) {
    sent.add(sample.getTimestamp().toEpochMilli());
  }

  private static void add(OutageBuffer buffer, long from, long to) {
    for (long i = from; i <= to; i++) {
      buffer.add(sample(i));
    }
  }

  private static HostSample sample(long epochMillis) {
    return new HostSample("h", "g", Instant.ofEpochMilli(epochMillis), Map.of(), Map.of());
  }
}
