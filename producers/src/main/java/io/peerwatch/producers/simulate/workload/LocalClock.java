package io.peerwatch.producers.simulate.workload;

import java.time.Instant;
import java.time.ZoneId;

/** The hours and days that people live by. */
public final class LocalClock {
  static final long HOUR_MILLIS = 3_600_000;
  static final long DAY_MILLIS = 24 * HOUR_MILLIS;
  private static final int THURSDAY = 3; // 1970-01-01, where Monday is 0

  private final ZoneId zone;
  private long offsetMillis;
  private long offsetUntilMillis = Long.MIN_VALUE;

  public LocalClock(ZoneId zone) {
    this.zone = zone;
  }

  /** Milliseconds since 1970-01-01T00:00 as the zone's clocks show them. */
  public long localMillis(long epochMillis) {
    if (epochMillis >= offsetUntilMillis) {
      // Zones change their offset on a full quarter of an hour at most.
      offsetMillis =
          1_000L * zone.getRules().getOffset(Instant.ofEpochMilli(epochMillis)).getTotalSeconds();
      offsetUntilMillis = Math.floorDiv(epochMillis, 900_000) * 900_000 + 900_000;
    }
    return epochMillis + offsetMillis;
  }

  /** Day of the week of a local time, Monday being 0. */
  static int dayOfWeek(long localMillis) {
    return (int) Math.floorMod(Math.floorDiv(localMillis, DAY_MILLIS) + THURSDAY, 7L);
  }

  /** How much of its day has passed at a local time, 0..1. */
  public static double dayShare(long localMillis) {
    return (double) Math.floorMod(localMillis, DAY_MILLIS) / DAY_MILLIS;
  }
}
