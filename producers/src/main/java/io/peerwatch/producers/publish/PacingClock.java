package io.peerwatch.producers.publish;

/** The present moment, and waiting for a later one. Whatever paces samples reads no other clock. */
public interface PacingClock {
  /** Now, in epoch milliseconds. */
  long millis();

  /** Nanoseconds of a clock that only goes forward, and that nobody sets. */
  long nanos();

  /**
   * Waits until the given moment or until stopped; returns at once when it has passed. A clock that
   * is set back while somebody waits makes the wait no longer.
   */
  void await(long epochMillis);

  /** Whether to go no further. */
  boolean stopped();
}
