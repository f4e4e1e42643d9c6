package io.peerwatch.producers.agent;

import java.time.Duration;

/**
 * How many samples wait at most while they can't be sent; whichever bound is met first holds.
 *
 * @param samplesMax 1 or more
 * @param bytesMax of their Avro encoding; one sample waits however large it is
 */
public record BufferBounds(int samplesMax, long bytesMax) {
  /** How long an outage goes by without loss. */
  public static final Duration OUTAGE_DEFAULT = Duration.ofHours(1);

  public static final long BYTES_MAX_DEFAULT = 8L * 1024 * 1024;

  /**
   * @throws IllegalArgumentException whose message is one line for the user
   */
  public BufferBounds {
    if (samplesMax < 1) {
      throw new IllegalArgumentException("the buffer must hold 1 sample or more");
    }
    if (bytesMax < 1) {
      throw new IllegalArgumentException("the buffer must hold 1 byte or more");
    }
  }

  /** An hour of samples, as far as they fit. */
  public static BufferBounds of(Duration period) {
    long samples = Math.max(1, OUTAGE_DEFAULT.toMillis() / Math.max(1, period.toMillis()));
    return new BufferBounds((int) Math.min(Integer.MAX_VALUE, samples), BYTES_MAX_DEFAULT);
  }
}
