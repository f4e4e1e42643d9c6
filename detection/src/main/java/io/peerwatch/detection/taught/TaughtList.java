package io.peerwatch.detection.taught;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Collects what lasts of what a group was taught, in words that a person knows. */
public final class TaughtList {

  /** More than this is not told; what came first is. */
  static final int ITEMS_MAX = 500;

  /** A difference smaller than this, in spreads, is told only when none of that alert is larger. */
  private static final double WORTH_TELLING = 1;

  private final IntFunction<String> metricNames;
  private final long now;
  private final List<TaughtItem> items = new ArrayList<>();
  private String host = "";

  /**
   * An empty list.
   *
   * @param metricNames names by number
   * @param now end of the group's last window
   */
  public TaughtList(IntFunction<String> metricNames, long now) {
    this.metricNames = metricNames;
    this.now = now;
  }

  /** Adds what lasts of one host; hosts come by name. */
  public void addHost(String name, Taught taught) {
    if (!taught.isEmpty()) {
      host = name;
      taught.tell(this, now);
    }
  }

  /** Adds what was taught of the whole group. */
  public void addGroup(Opinion kind, long since, String alertId) {
    host = "";
    addAll(kind, since, alertId);
  }

  public List<TaughtItem> items() {
    return List.copyOf(items);
  }

  void addBar(HigherBars.Bar bar, double factor) {
    for (int m : bar.metrics()) {
      add(metricNames.apply(m), Opinion.FALSE_ALARM, factor, 0, bar.since(), bar.alertId());
    }
  }

  void addShift(LearnedShifts.Shift shift) {
    int largest = 0;
    for (int m = 0; m < shift.spreads().length; m++) {
      double size = Math.abs(shift.spreads()[m]);
      largest = size > Math.abs(shift.spreads()[largest]) ? m : largest;
    }
    for (int m = 0; m < shift.spreads().length; m++) {
      if (m == largest || Math.abs(shift.spreads()[m]) >= WORTH_TELLING) {
        String metric = metricNames.apply(m);
        add(metric, shift.kind(), 1, shift.spreads()[m], shift.since(), shift.alertId());
      }
    }
  }

  void addAll(Opinion kind, long since, String alertId) {
    add("", kind, 1, 0, since, alertId);
  }

  private void add(
      String metric, Opinion kind, double factor, double spreads, long since, String alertId) {
    if (items.size() < ITEMS_MAX) {
      items.add(new TaughtItem(host, metric, kind, factor, spreads, since, alertId));
    }
  }
}
