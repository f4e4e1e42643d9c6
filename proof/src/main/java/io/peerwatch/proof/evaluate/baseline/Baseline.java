package io.peerwatch.proof.evaluate.baseline;

import io.peerwatch.proof.evaluate.detector.Detector;
import java.util.List;
import java.util.function.Supplier;

/** The rules that ours is measured beside, and controls that must come out at the floor. */
public enum Baseline {
  STATIC_THRESHOLD("static threshold", 1, FixedLimits::new),
  MAD("MAD per metric", 1, MadRule::new),
  DBSCAN("DBSCAN per metric", 2, DbscanRule::new),
  ENVOY("Envoy's rule", 1, EnvoyRule::new),
  OWN_EWMA("own history, EWMA", 1, OwnHistory::new),
  RANDOM_CUT_FOREST("random cut forest", 110, CutForest::new),
  NEAREST_NEIGHBOURS("kNN on peer residuals", 40, NearestNeighbours::new),
  RANDOM("control: random", 1, RandomScore::new),
  TIME_OF_DAY("control: time of day", 1, TimeOfDay::new),
  ALWAYS_ON("control: always on", 1, null);

  private final String title;
  private final int cost;
  private final Supplier<HostScorer> scorer;

  Baseline(String title, int cost, Supplier<HostScorer> scorer) {
    this.title = title;
    this.cost = cost;
    this.scorer = scorer;
  }

  public String title() {
    return title;
  }

  /** How long it takes beside the others, roughly. */
  public int cost() {
    return cost;
  }

  /** Controls have nothing to find anything by. */
  public boolean isControl() {
    return this == RANDOM || this == TIME_OF_DAY || this == ALWAYS_ON;
  }

  /**
   * For one group.
   *
   * @param historyEndMillis start of the first window that comes after the thresholds were set, for
   *     good, epoch milliseconds
   * @param falseAlarmsPerWeek budgets: what the thresholds would have cost in that history
   */
  public Detector detector(long historyEndMillis, List<Double> falseAlarmsPerWeek) {
    return this == ALWAYS_ON
        ? new AlwaysOn(historyEndMillis)
        : new CalibratedAlarms(scorer.get(), historyEndMillis, falseAlarmsPerWeek);
  }
}
