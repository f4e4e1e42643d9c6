package io.peerwatch.detection.verdict;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;

/**
 * How often hosts miss a window although nothing is wrong, and how many in a row make a host
 * silent: two, or more where gaps are common, so that gaps alone stay within the budget.
 *
 * <pre>  hosts · windows a week · rate^r ≤ share of the budget  </pre>
 */
final class GapRates {

  static final int PATIENCE_MIN = 2;
  private static final int PATIENCE_MAX = 12;
  private static final double BUDGET_SHARE = 0.1;

  /** Windows' worth of belief in the group's rate when a host's own is asked for. */
  private static final double POOLED_WINDOWS = 50;

  /** Of this many windows none is believed to be missed before anything is known. */
  private static final double PRIOR_WINDOWS = 200;

  private static final double MEMORY_WINDOWS = 5000;

  /** Missed windows that teach nothing: everyone has a hiccup. */
  private static final double FREE_GAPS = 2;

  private GapRates() {}

  static int patience(
      HostRecord record, GroupMemory memory, int hosts, DetectionSettings settings) {
    double pooled = beyondFree(memory.missed) / (memory.expected + PRIOR_WINDOWS);
    double own = beyondFree(record.missed) + POOLED_WINDOWS * pooled;
    double rate = own / (record.expected + POOLED_WINDOWS);
    if (rate <= 0) {
      return PATIENCE_MIN;
    }
    double budget = BUDGET_SHARE * settings.falseAlarmsPerWeek();
    double chances = hosts * settings.windowsPerWeek() / budget;
    double needed = StrictMath.log(1 / chances) / StrictMath.log(Math.min(0.5, rate));
    return (int) Math.max(PATIENCE_MIN, Math.min(PATIENCE_MAX, Math.ceil(needed)));
  }

  private static double beyondFree(double missed) {
    return Math.max(0, missed - FREE_GAPS);
  }

  /** Counts gaps once they have ended, unless the host was called silent. */
  static void learn(
      GroupWindow window, HostRecord[] records, GroupMemory memory, DetectionSettings settings) {
    for (int h = 0; h < records.length; h++) {
      HostWindow host = window.hosts().get(h);
      HostRecord record = records[h];
      if (host.samples() == 0) {
        record.gap = Math.max(host.missedWindows(), record.gap);
        continue;
      }
      boolean counts =
          record.gap < PATIENCE_MIN
              || record.gap < patience(record, memory, records.length, settings);
      double missed = counts ? record.gap : 0;
      record.gap = 0;
      record.expected += 1 + missed;
      record.missed += missed;
      memory.expected += 1 + missed;
      memory.missed += missed;
      if (record.expected > MEMORY_WINDOWS) {
        record.expected /= 2;
        record.missed /= 2;
      }
    }
    if (memory.expected > MEMORY_WINDOWS * records.length) {
      memory.expected /= 2;
      memory.missed /= 2;
    }
  }
}
