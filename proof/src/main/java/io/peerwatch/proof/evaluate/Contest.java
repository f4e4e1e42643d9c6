package io.peerwatch.proof.evaluate;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.proof.evaluate.baseline.Baseline;
import io.peerwatch.proof.evaluate.detector.Detector;
import io.peerwatch.proof.evaluate.detector.Peerwatch;
import io.peerwatch.proof.evaluate.lab.GroupLife;
import io.peerwatch.proof.evaluate.lab.LabGroup;
import io.peerwatch.streams.score.AlarmScorer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows the same windows to ours and to others, and scores what each made of them. */
final class Contest {
  static final String OURS = "Peerwatch";

  private final double falseAlarmsPerWeek;
  private final List<Baseline> baselines;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();

  Contest(double falseAlarmsPerWeek, List<Baseline> baselines) {
    this.falseAlarmsPerWeek = falseAlarmsPerWeek;
    this.baselines = baselines;
  }

  void run(LabGroup group) {
    Map<String, Detector> detectors = new LinkedHashMap<>();
    detectors.put(OURS, new Peerwatch(GroupLife.WINDOW_MILLIS, falseAlarmsPerWeek));
    for (Baseline baseline : baselines) {
      detectors.put(
          baseline.title(), baseline.detector(LabGroup.HISTORY_WINDOWS, falseAlarmsPerWeek));
    }
    for (int i = 0; i < LabGroup.WINDOWS; i++) {
      GroupWindow window = group.next();
      detectors.values().forEach(detector -> detector.judge(window));
    }
    var scorer = new AlarmScorer(group.incidents(), group.scoredFromMillis(), group.endMillis());
    detectors.forEach(
        (title, detector) ->
            tallies
                .computeIfAbsent(title, any -> new Tally())
                .add(scorer.score(detector.alarms(group.endMillis()), group.scoredWeeks())));
  }

  /** By detector; ours first. */
  Map<String, Tally> tallies() {
    return tallies;
  }
}
