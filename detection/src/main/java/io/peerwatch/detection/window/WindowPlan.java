package io.peerwatch.detection.window;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * How a group's samples become windows, period by period. In each period windows start at multiples
 * of its length since the epoch, and so does the period itself; the last window before a period
 * ends where it starts, so that windows lie side by side without a gap.
 *
 * <pre>
 *   1m until 12:03, then 5m from 12:05:  … [12:02, 12:03) [12:03, 12:04) [12:04, 12:05) [12:05, 12:10) …
 * </pre>
 */
public final class WindowPlan {

  /** Start of the first period. */
  public static final long ALWAYS = Long.MIN_VALUE;

  private final long[] from;
  private final WindowSettings[] settings;

  private WindowPlan(long[] from, WindowSettings[] settings) {
    this.from = from;
    this.settings = settings;
  }

  /** One period without end. */
  public static WindowPlan always(WindowSettings settings) {
    return new WindowPlan(new long[] {ALWAYS}, new WindowSettings[] {settings});
  }

  /**
   * Several periods.
   *
   * @param periods settings by their period's start, the first {@link #ALWAYS}
   * @throws IllegalArgumentException when a period does not start where a window of its does
   */
  public static WindowPlan of(TreeMap<Long, WindowSettings> periods) {
    if (periods.isEmpty() || periods.firstKey() != ALWAYS) {
      throw new IllegalArgumentException("a plan says from the very first window on what holds");
    }
    periods
        .tailMap(ALWAYS, false)
        .forEach(
            (start, settings) -> {
              if (settings.windowStart(start) != start) {
                throw new IllegalArgumentException(
                    "windows of %d ms do not start at %d"
                        .formatted(settings.windowMillis(), start));
              }
            });
    return new WindowPlan(
        periods.keySet().stream().mapToLong(Long::longValue).toArray(),
        periods.values().toArray(new WindowSettings[0]));
  }

  /** What holds for the window that holds the timestamp. */
  public WindowSettings at(long timestamp) {
    return settings[period(timestamp)];
  }

  /** Start of the window that holds the timestamp. */
  public long windowStart(long timestamp) {
    return at(timestamp).windowStart(timestamp);
  }

  /** End of the window that starts there. */
  public long windowEnd(long start) {
    int period = period(start);
    long end = start + settings[period].windowMillis();
    return period + 1 < from.length ? Math.min(end, from[period + 1]) : end;
  }

  private int period(long timestamp) {
    int last = from.length - 1;
    while (last > 0 && from[last] > timestamp) {
      last--;
    }
    return last;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WindowPlan that
        && Arrays.equals(from, that.from)
        && Arrays.equals(settings, that.settings);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(from) * 31 + Arrays.hashCode(settings);
  }
}
