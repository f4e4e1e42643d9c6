package io.peerwatch.detection.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * How samples of a group become windows.
 *
 * @param windowMillis length of a window; windows start at multiples of it since the epoch
 * @param graceMillis how long a window waits for hosts that have not reported it
 * @param forgetAfterMillis how long a host that is not heard stays known
 * @param skewBudgetMillis how far a host's latest timestamp may be from the group's clock before it
 *     is named
 * @param hostsMax hosts in a group; a sample of one more is refused
 * @param metricsMax metric names in a group; a sample with one more is refused
 */
public record WindowSettings(
    long windowMillis,
    long graceMillis,
    long forgetAfterMillis,
    long skewBudgetMillis,
    int hostsMax,
    int metricsMax) {
  public static final Duration WINDOW = Duration.ofMinutes(1);
  public static final Duration GRACE = Duration.ofSeconds(30);
  public static final Duration FORGET_AFTER = Duration.ofHours(1);
  public static final int HOSTS_MAX = 20_000;
  public static final int METRICS_MAX = 500;

  public WindowSettings {
    require(windowMillis >= 1_000, "window must be at least 1s");
    require(windowMillis <= Duration.ofDays(1).toMillis(), "window must be at most 1d");
    require(graceMillis >= 0, "grace must not be negative");
    require(forgetAfterMillis >= windowMillis, "forgetAfter must be at least one window");
    require(hostsMax > 0 && metricsMax > 0, "bounds must be above 0");
  }

  /** The defaults for a window length: a host may be two windows and the grace off the clock. */
  public static WindowSettings of(Duration window, Duration grace) {
    long windowMillis = window.toMillis();
    long forgetAfterMillis = Math.max(FORGET_AFTER.toMillis(), 12 * windowMillis);
    long skewBudgetMillis = 2 * windowMillis + grace.toMillis();
    return new WindowSettings(
        windowMillis,
        grace.toMillis(),
        forgetAfterMillis,
        skewBudgetMillis,
        HOSTS_MAX,
        METRICS_MAX);
  }

  public static WindowSettings defaults() {
    return of(WINDOW, GRACE);
  }

  /**
   * These with what is said otherwise; null says nothing. What follows from length and grace
   * follows them, as in {@link #of}: a length that changes takes how long hosts stay known along,
   * unless that is said too.
   */
  public WindowSettings with(Long window, Long grace, Long forgetAfter) {
    long length = window != null ? window : windowMillis;
    long waits = grace != null ? grace : graceMillis;
    WindowSettings usual = of(Duration.ofMillis(length), Duration.ofMillis(waits));
    boolean sameLength = length == windowMillis;
    long known = sameLength ? forgetAfterMillis : usual.forgetAfterMillis;
    return new WindowSettings(
        length,
        waits,
        forgetAfter != null ? Math.max(forgetAfter, length) : known,
        sameLength && waits == graceMillis ? skewBudgetMillis : usual.skewBudgetMillis,
        hostsMax,
        metricsMax);
  }

  /** Start of the window that holds the timestamp. */
  public long windowStart(long timestamp) {
    return Math.floorDiv(timestamp, windowMillis) * windowMillis;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Writes all of it; {@link #read} makes the same of it. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(windowMillis);
    out.writeLong(graceMillis);
    out.writeLong(forgetAfterMillis);
    out.writeLong(skewBudgetMillis);
    out.writeInt(hostsMax);
    out.writeInt(metricsMax);
  }

  public static WindowSettings read(DataInput in) throws IOException {
    return new WindowSettings(
        in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readInt(), in.readInt());
  }
}
