package io.peerwatch.proof.evaluate.baseline;

import io.peerwatch.proof.evaluate.detector.Detector;
import java.util.function.Supplier;

/** The rules that ours is measured beside, and controls that must come out at the floor. */
public enum Baseline {
  STATIC_THRESHOLD("static threshold", FixedLimits::new),
  MAD("MAD per metric", MadRule::new),
  DBSCAN("DBSCAN per metric", DbscanRule::new),
  ENVOY("Envoy's rule", EnvoyRule::new),
  OWN_EWMA("own history, EWMA", OwnHistory::new),
  RANDOM_CUT_FOREST("random cut forest", CutForest::new),
  NEAREST_NEIGHBOURS("kNN on peer residuals", NearestNeighbours::new),
  RANDOM("control: random", RandomScore::new),
  TIME_OF_DAY("control: time of day", TimeOfDay::new);

  private final String title;
  private final Supplier<HostScorer> scorer;

  Baseline(String title, Supplier<HostScorer> scorer) {
    this.title = title;
    this.scorer = scorer;
  }

  public String title() {
    return title;
  }

  /** Controls have nothing to find anything by. */
  public boolean isControl() {
    return this == RANDOM || this == TIME_OF_DAY;
  }

  /**
   * @param historyWindows windows after which the threshold is set, for good
   * @param falseAlarmsPerWeek what the threshold would have cost in that history
   */
  public Detector detector(int historyWindows, double falseAlarmsPerWeek) {
    return new CalibratedAlarms(scorer.get(), historyWindows, falseAlarmsPerWeek);
  }
}
