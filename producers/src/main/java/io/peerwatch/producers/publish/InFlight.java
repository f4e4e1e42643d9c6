package io.peerwatch.producers.publish;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Bounds the bytes that were handed to Kafka's producer and are not yet answered for. */
final class InFlight {
  private static final long CHECK_MILLIS = 200;

  private final int bytesMax;
  private final Semaphore free;

  /**
   * @param bytesMax less than the producer's buffer, which then never fills
   */
  InFlight(int bytesMax) {
    this.bytesMax = bytesMax;
    this.free = new Semaphore(bytesMax, true);
  }

  /** Waits for room; false when {@code givenUp} said so first. */
  boolean enter(int bytes, BooleanSupplier givenUp) {
    return acquire(bounded(bytes), givenUp);
  }

  void leave(int bytes) {
    free.release(bounded(bytes));
  }

  /** Waits until nothing is in flight; false when {@code givenUp} said so first. */
  boolean awaitNone(BooleanSupplier givenUp) {
    boolean none = acquire(bytesMax, givenUp);
    if (none) {
      free.release(bytesMax);
    }
    return none;
  }

  /** A record larger than all the room goes alone (and is refused by Kafka for its size). */
  private int bounded(int bytes) {
    return Math.min(bytes, bytesMax);
  }

  private boolean acquire(int bytes, BooleanSupplier givenUp) {
    try {
      while (!givenUp.getAsBoolean()) {
        if (free.tryAcquire(bytes, CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
