package io.peerwatch.detection.verdict;

import io.peerwatch.detection.taught.Opinion;
import java.util.List;

/**
 * What a person said of an alert, with what is remembered of the alert.
 *
 * @param host null for an alert of the group
 * @param hosts for an alert of the group up to 20 of the hosts concerned
 * @param blamed metrics that carry the blame, the most blamed first
 * @param openedAt end of the window that opened the alert
 * @param open whether it is still open
 * @param before what was said of it until now; null for nothing
 * @param now what is said of it; null when what was said is taken back
 */
public record Lesson(
    String alertId,
    String host,
    Verdict verdict,
    List<String> hosts,
    List<String> blamed,
    long openedAt,
    boolean open,
    Opinion before,
    Opinion now) {

  /** Whether the verdict is one on values: on who reports when there is nothing to be taught. */
  boolean teaches() {
    return switch (verdict) {
      case LONE_HOST, SUBGROUP, PAIR_DIVERGED, GROUP_SHIFT -> true;
      case SILENT_HOST, SKEWED_CLOCK, GROUP_SILENT -> false;
    };
  }

  /** Whether the episode is over by what was said. */
  public boolean closes() {
    return open && teaches() && (now == Opinion.EXPECTED_CHANGE || now == Opinion.FALSE_ALARM);
  }
}
