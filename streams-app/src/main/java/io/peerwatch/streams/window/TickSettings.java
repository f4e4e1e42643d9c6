package io.peerwatch.streams.window;

import java.time.Duration;

/**
 * How elapsed time is written to the log.
 *
 * @param period between two ticks of a partition
 * @param groupsMax groups that one partition takes; a sample of one more is refused
 */
public record TickSettings(Duration period, int groupsMax) {
  public static final Duration PERIOD = Duration.ofSeconds(5);
  public static final int GROUPS_MAX = 50_000;
  private static final int GAP_PERIODS = 3;

  public static TickSettings defaults() {
    return new TickSettings(PERIOD, GROUPS_MAX);
  }

  /** Ticks further apart than this have an outage between them. */
  long gapMillis() {
    return period.toMillis() * GAP_PERIODS;
  }
}
