package io.peerwatch.detection.verdict;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;

/**
 * Whether what is compared with is itself not what it uses to be, so that evidence must be {@value
 * #BENT_FACTOR} times as much before anything opens.
 *
 * <p>For hosts, that is their group:
 *
 * <ul>
 *   <li>while a shift is held, and up to {@value #AFTER_GROUP_WINDOWS} windows after the group, or
 *       a part of it, was told to move: hosts come back each at its own speed. Means of hours are
 *       forgotten then, for they tell of the group.
 *   <li>in a group of at most {@value #SMALL_GROUP}, beside a host that is apart or suspect, was
 *       apart in the last {@value #AFTER_HOST_WINDOWS} windows, or stopped to report up to {@value
 *       #AFTER_GROUP_WINDOWS} windows ago: the median of so few goes elsewhere without it, and what
 *       it did before is in means of an hour.
 * </ul>
 *
 * For the group's own medians it is the second of these, of any of its hosts.
 */
final class Yardstick {

  static final double BENT_FACTOR = 2;

  /** In a group of so few hosts, one that is apart bends what is expected of the others. */
  static final int SMALL_GROUP = 6;

  static final int AFTER_HOST_WINDOWS = 12;
  static final int AFTER_GROUP_WINDOWS = 24;

  /** A single missed window is a hiccup. */
  private static final int GONE_WINDOWS = 2;

  private static final int NOBODY = -1;

  private final Comparison now;
  private final GroupMemory memory;
  private final long windowStart;
  private final long windowMillis;
  private final boolean small;
  private final boolean oneIsGone;

  Yardstick(GroupWindow window, Comparison now, GroupMemory memory) {
    this.now = now;
    this.memory = memory;
    windowStart = window.start();
    windowMillis = window.end() - window.start();
    small = window.hosts().size() <= SMALL_GROUP;
    oneIsGone = small && oneIsGone(window);
  }

  private static boolean oneIsGone(GroupWindow window) {
    for (HostWindow host : window.hosts()) {
      int missed = host.missedWindows();
      if (missed >= GONE_WINDOWS && missed <= AFTER_GROUP_WINDOWS) {
        return true;
      }
    }
    return false;
  }

  /** Whether the group itself is not where it should be, or was not lately; not of a pair. */
  boolean groupMoves() {
    boolean lately = memory.movedAt >= 0 && isWithin(memory.movedAt, AFTER_GROUP_WINDOWS);
    return now.hosts > 2 && (memory.shifting.held() || lately);
  }

  /** Whether the medians of the group may have moved because of one host. */
  boolean isBentByAny() {
    return isBentBeside(NOBODY);
  }

  /** Whether what is expected of a host may have moved because of another. */
  boolean isBentBeside(int h) {
    for (int other = 0; other < now.hosts && small && !oneIsGone; other++) {
      HostRecord record = now.records[other];
      boolean lately = record.loneLast >= 0 && isWithin(record.loneLast, AFTER_HOST_WINDOWS);
      if (other != h && (record.lone || record.suspect || lately)) {
        return true;
      }
    }
    return oneIsGone;
  }

  /** Not of what seems to come yet, because clocks were set back. */
  private boolean isWithin(long start, int windows) {
    return start <= windowStart && start >= windowStart - windows * windowMillis;
  }
}
