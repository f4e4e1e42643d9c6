package io.peerwatch.streams.health;

import java.time.Duration;

/**
 * How far an instance may be behind the log and still be ready: in time, or in records.
 *
 * @param time null when records decide
 * @param records -1 when time decides
 */
public record LagBound(Duration time, long records) {
  /**
   * Ticks are read back every five seconds or so: under some ten seconds nothing could be ready.
   */
  public static final Duration TIME_MIN = Duration.ofSeconds(15);

  public static final LagBound DEFAULT = within(Duration.ofSeconds(30));

  /**
   * @throws IllegalArgumentException when it is too short to ever be kept
   */
  public static LagBound within(Duration time) {
    if (time.compareTo(TIME_MIN) < 0) {
      throw new IllegalArgumentException(
          "a lag under %d s can't be told, since time is read from ticks in the log"
              .formatted(TIME_MIN.toSeconds()));
    }
    return new LagBound(time, -1);
  }

  public static LagBound records(long records) {
    return new LagBound(null, records);
  }
}
