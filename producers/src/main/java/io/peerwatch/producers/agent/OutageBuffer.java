package io.peerwatch.producers.agent;

import io.peerwatch.producers.publish.PublishException;
import io.peerwatch.schemas.avro.HostSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps sampling apart from sending. A thread of its own takes the oldest sample <em>in hand</em>
 * and delivers it; the others <em>wait</em>, and the oldest of them give way once there are too
 * many. What waited goes out at the {@link BacklogPace}, unless there is no time for that: once
 * closed, as fast as it goes.
 *
 * <p>The sample in hand never gives way: it may have reached the broker already, and nobody could
 * say whether it was lost. So what arrives after an outage of any length is all up to the sample in
 * hand, then exactly those that waited last, in order and each once; added = delivered + dropped +
 * waiting + in hand.
 */
final class OutageBuffer implements AutoCloseable {
  private final BufferBounds bounds;
  private final Consumer<HostSample> delivery;
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private final Thread sender = new Thread(this::send, "agent-sender");
  private long bytes;
  private boolean inHand;
  private long deliveredMillis;
  private long deliveredAtNanos;
  private boolean closed;
  private boolean abandoned;
  private long dropped;
  private PublishException failure;

  /**
   * @param delivery called by one thread with one sample after the other; returns when that is
   *     answered for, which may take as long as an outage does
   */
  OutageBuffer(BufferBounds bounds, Consumer<HostSample> delivery) {
    this.bounds = bounds;
    this.delivery = delivery;
    sender.setDaemon(true);
    sender.start();
  }

  private record Waiting(HostSample sample, int bytes) {
    static Waiting of(HostSample sample) {
      try {
        return new Waiting(sample, sample.toByteBuffer().remaining());
      } catch (IOException e) { // an encoder in memory does not fail
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Takes a sample without waiting.
   *
   * @throws PublishException what the delivery threw; nothing is delivered any more then
   */
  synchronized void add(HostSample sample) {
    if (failure != null) {
      throw failure;
    }
    Waiting added = Waiting.of(sample);
    waiting.addLast(added);
    bytes += added.bytes();
    while (waiting.size() > bounds.samplesMax() || (bytes > bounds.bytesMax() && size() > 1)) {
      bytes -= waiting.removeFirst().bytes();
      dropped++;
    }
    notifyAll();
  }

  /** Samples that gave way to later ones. */
  synchronized long dropped() {
    return dropped;
  }

  /** Samples that wait, without the one in hand. */
  synchronized int size() {
    return waiting.size();
  }

  /** Samples not delivered: those that wait, and the one in hand. */
  synchronized int undelivered() {
    return waiting.size() + (inHand ? 1 : 0);
  }

  /**
   * Takes nothing more and delivers what is here, if that goes within the time.
   *
   * @return whether it did
   */
  boolean drain(Duration atMost) {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    return ended(atMost);
  }

  /** Delivers nothing more; waits a moment for the delivery under way to give up. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      abandoned = true;
      notifyAll();
    }
    ended(Duration.ofSeconds(2));
  }

  private boolean ended(Duration atMost) {
    try {
      sender.join(atMost.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !sender.isAlive();
  }

  private void send() {
    try {
      for (HostSample next = awaitNext(); next != null; next = awaitNext()) {
        delivery.accept(next);
        deliveredMillis = next.getTimestamp().toEpochMilli();
        deliveredAtNanos = System.nanoTime();
      }
    } catch (PublishException e) {
      synchronized (this) {
        failure = e;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The oldest sample that waits, now in hand; null when there won't be one. */
  private synchronized HostSample awaitNext() throws InterruptedException {
    boolean first = !inHand;
    inHand = false;
    while (!closed && (waiting.isEmpty() || (!first && pauseNanos() > 0))) {
      if (waiting.isEmpty()) {
        wait();
      } else {
        TimeUnit.NANOSECONDS.timedWait(this, pauseNanos());
      }
    }
    if (waiting.isEmpty() || abandoned) {
      return null;
    }
    inHand = true;
    Waiting next = waiting.removeFirst();
    bytes -= next.bytes();
    return next.sample();
  }

  /** How long the oldest sample that waits has to wait still. */
  private long pauseNanos() {
    long at = waiting.getFirst().sample().getTimestamp().toEpochMilli();
    long pause = TimeUnit.MILLISECONDS.toNanos(BacklogPace.pauseMillis(deliveredMillis, at));
    return pause - (System.nanoTime() - deliveredAtNanos);
  }
}
