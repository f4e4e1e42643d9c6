package io.peerwatch.producers.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.peerwatch.producers.publish.PublishException;
import io.peerwatch.schemas.avro.HostSample;
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
  private final List<Long> sent = new CopyOnWriteArrayList<>();

  @Test
  void shouldHandOverInOrder() {
    try (var buffer = new OutageBuffer(100, this::send)) {
      add(buffer, 1, 50);
    }
    assertThat(sent).hasSize(50).isSorted();
  }

  @Test
  void shouldLetTheOldestGiveWayAndCountThemWhileNothingCanBeSent() throws Exception {
    var brokers = new Semaphore(0);
    var taken = new CountDownLatch(1);
    try (var buffer =
        new OutageBuffer(
            3,
            sample -> {
              taken.countDown();
              brokers.acquireUninterruptibly();
              send(sample);
            })) {
      add(buffer, 1, 1);
      taken.await();
      add(buffer, 2, 6);
      assertThat(buffer.dropped()).isEqualTo(2);
      brokers.release(100);
    }
    assertThat(sent).containsExactly(1L, 4L, 5L, 6L);
  }

  @Test
  void shouldTellWhoeverAddsThatSendingHasFailed() {
    try (var buffer =
        new OutageBuffer(
            3,
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

  private void send(HostSample sample) {
    sent.add(sample.getTimestamp().toEpochMilli());
  }

  private static void add(OutageBuffer buffer, long from, long to) {
    for (long i = from; i <= to; i++) {
      buffer.add(new HostSample("h", "g", Instant.ofEpochMilli(i), Map.of(), Map.of()));
    }
  }
}
