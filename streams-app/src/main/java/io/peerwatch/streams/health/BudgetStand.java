package io.peerwatch.streams.health;

import io.peerwatch.detection.ledger.WeekCount;
import io.peerwatch.streams.score.PoissonInterval;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How the budgets of false alarms stand in their present week.
 *
 * @param groups that have one
 * @param broken of them, realised significantly over promised: the lower end of the count's 95 %
 *     interval is above
 * @param shown the groups with the most alerts raised, then by name
 */
record BudgetStand(int groups, int broken, List<Map.Entry<String, WeekCount>> shown) {
  private static final Comparator<Map.Entry<String, WeekCount>> MOST_RAISED =
      Comparator.comparingInt((Map.Entry<String, WeekCount> group) -> -group.getValue().raised())
          .thenComparing(Map.Entry.comparingByKey());

  /**
   * @param shownMax groups that are shown at most
   */
  static BudgetStand of(Map<String, WeekCount> budgets, int shownMax) {
    int broken = 0;
    for (WeekCount week : budgets.values()) {
      boolean over =
          week.realised() > 0 && PoissonInterval.of(week.realised()).low() > week.promised();
      broken += over ? 1 : 0;
    }
    return new BudgetStand(
        budgets.size(),
        broken,
        budgets.entrySet().stream().sorted(MOST_RAISED).limit(shownMax).toList());
  }
}
