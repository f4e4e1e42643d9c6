package io.peerwatch.streams.health;

import io.peerwatch.detection.ledger.WeekCount;
import java.util.function.ToDoubleFunction;

/** What is told of single groups, of {@link BudgetStand#SHOWN_MAX} of them at most. */
public enum ByGroup {
  PROMISED(
      "peerwatch.budget.promised",
      "false alarms that the budget allows in the time judged this week, by group",
      WeekCount::promised),
  RAISED("peerwatch.budget.raised", "episodes opened this week, by group", week -> week.raised()),
  REALISED(
      "peerwatch.budget.realised",
      "episodes of this week called false or not judged by anyone, by group: an upper bound",
      week -> week.realised());

  private final String metric;
  private final String meaning;
  private final ToDoubleFunction<WeekCount> value;

  ByGroup(String metric, String meaning, ToDoubleFunction<WeekCount> value) {
    this.metric = metric;
    this.meaning = meaning;
    this.value = value;
  }

  /** Its name, words separated by dots. */
  public String metric() {
    return metric;
  }

  /** What the number is. */
  public String meaning() {
    return meaning;
  }

  double of(WeekCount week) {
    return value.applyAsDouble(week);
  }
}
