package io.peerwatch.detection.window;

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

  /** Start of the window that holds the timestamp. */
  public long windowStart(long timestamp) {
    return Math.floorDiv(timestamp, windowMillis) * windowMillis;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
