package io.peerwatch.streams.window;

import java.time.Duration;

/**
 * How elapsed time is written to the log, and how long and for how many groups it matters.
 *
 * @param period between two ticks of a partition
 * @param groupsMax groups that one partition takes; a sample of one more is refused
 * @param forgetGroupAfter how long nobody of a group is heard, by ticks, until it is forgotten
 */
public record TickSettings(Duration period, int groupsMax, Duration forgetGroupAfter) {
  public static final Duration PERIOD = Duration.ofSeconds(5);
  public static final int GROUPS_MAX = 50_000;

  /** As long as alerts are kept, so that whatever people may still speak of is known. */
  public static final Duration FORGET_GROUP_AFTER = Duration.ofDays(30);

  private static final int GAP_PERIODS = 3;

  public static TickSettings defaults() {
    return every(PERIOD);
  }

  public static TickSettings every(Duration period) {
    return new TickSettings(period, GROUPS_MAX, FORGET_GROUP_AFTER);
  }

  /** Ticks further apart than this have an outage between them. */
  long gapMillis() {
    return period.toMillis() * GAP_PERIODS;
  }
}
