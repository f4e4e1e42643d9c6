package io.peerwatch.producers.publish;

/** The present moment, and waiting for a later one. Whatever paces samples reads no other clock. */
public interface PacingClock {
  /** Now, in epoch milliseconds. */
  long millis();

  /** Waits until the given moment or until stopped; returns at once when it has passed. */
  void await(long epochMillis);

  /** Whether to go no further. */
  boolean stopped();
}
