package io.peerwatch.producers.agent;

import io.peerwatch.producers.publish.PublishException;
import io.peerwatch.schemas.avro.HostSample;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * Keeps sampling apart from sending: samples wait here while they can't be handed over, the oldest
 * giving way once there are too many. A thread of its own hands them over in order.
 */
final class OutageBuffer implements AutoCloseable {
  private final int samplesMax;
  private final Consumer<HostSample> sink;
  private final ArrayDeque<HostSample> waiting = new ArrayDeque<>();
  private final Thread sender = new Thread(this::send, "agent-sender");
  private boolean closed;
  private long dropped;
  private PublishException failure;

  /**
   * @param samplesMax samples that wait at most, 1 or more
   * @param sink called by one thread; may take as long as an outage does
   */
  OutageBuffer(int samplesMax, Consumer<HostSample> sink) {
    this.samplesMax = samplesMax;
    this.sink = sink;
    sender.setDaemon(true);
    sender.start();
  }

  /**
   * Takes a sample without waiting.
   *
   * @throws PublishException what the sink threw; nothing is handed over any more then
   */
  synchronized void add(HostSample sample) {
    if (failure != null) {
      throw failure;
    }
    if (waiting.size() == samplesMax) {
      waiting.removeFirst();
      dropped++;
    }
    waiting.addLast(sample);
    notifyAll();
  }

  /** Samples that gave way to later ones. */
  synchronized long dropped() {
    return dropped;
  }

  /** Hands over what waits, if that goes within the time, and ends. */
  void close(Duration atMost) {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      sender.join(atMost.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    close(Duration.ofSeconds(3));
  }

  private void send() {
    try {
      for (HostSample next = awaitNext(); next != null; next = awaitNext()) {
        sink.accept(next);
      }
    } catch (PublishException e) {
      synchronized (this) {
        failure = e;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The oldest sample that waits; null when closed and none does. */
  private synchronized HostSample awaitNext() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    return waiting.pollFirst();
  }
}
