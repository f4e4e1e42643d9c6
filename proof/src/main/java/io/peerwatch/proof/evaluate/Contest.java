package io.peerwatch.proof.evaluate;

import io.peerwatch.proof.evaluate.baseline.Baseline;
import io.peerwatch.proof.evaluate.detector.Detector;
import io.peerwatch.proof.evaluate.detector.Peerwatch;
import io.peerwatch.proof.evaluate.lab.GroupLife;
import io.peerwatch.proof.evaluate.lab.LabGroup;
import io.peerwatch.proof.evaluate.work.Advance;
import io.peerwatch.streams.score.Alarm;
import io.peerwatch.streams.score.AlarmScore;
import io.peerwatch.streams.score.AlarmScorer;
import io.peerwatch.streams.score.Incident;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows the windows of one group to ours and to others, and scores what each made of them. */
final class Contest {
  private final List<Double> budgets;
  private final List<Baseline> baselines;
  private final String workMetric;

  Contest(List<Double> budgets, List<Baseline> baselines, String workMetric) {
    this.budgets = budgets;
    this.baselines = baselines;
    this.workMetric = workMetric;
  }

  /** How long it takes for a group, in the time that ours takes for one host at one budget. */
  double cost(int hosts) {
    double ofOthers = baselines.stream().mapToDouble(Baseline::cost).sum();
    double world = 4 + hosts;
    return world + budgets.size() * (8.0 + 2 * hosts) + hosts * ofOthers / 4;
  }

  /** Scores of one group by detector and budget, ours first. */
  Map<Entry, Tally> run(LabGroup group, Advance advance) {
    Map<String, Detector> detectors = new LinkedHashMap<>();
    detectors.put(Peerwatch.TITLE, new Peerwatch(GroupLife.WINDOW_MILLIS, budgets, workMetric));
    for (Baseline baseline : baselines) {
      detectors.put(baseline.title(), baseline.detector(group.scoredFromMillis(), budgets));
    }
    for (int i = 0; i < LabGroup.WINDOWS; i++) {
      var window = group.next();
      detectors.values().forEach(detector -> detector.judge(window));
      advance.to((i + 1.0) / LabGroup.WINDOWS);
    }
    Map<Entry, Tally> scores = new LinkedHashMap<>();
    for (int b = 0; b < budgets.size(); b++) {
      for (Map.Entry<String, Detector> detector : detectors.entrySet()) {
        List<Alarm> alarms = detector.getValue().alarms(b, group.endMillis());
        Tally tally = new Tally();
        tally.add(score(group, group.incidents(), alarms));
        scores.put(new Entry(detector.getKey(), budgets.get(b)), tally);
      }
      if (!baselines.isEmpty()) {
        List<Alarm> ours = detectors.get(Peerwatch.TITLE).alarms(b, group.endMillis());
        scores.put(new Entry(ShiftedLabels.TITLE, budgets.get(b)), shifted(group, ours));
      }
    }
    return scores;
  }

  private static Tally shifted(LabGroup group, List<Alarm> alarms) {
    Tally tally = new Tally();
    ShiftedLabels.of(group.incidents(), group.scoredFromMillis(), group.endMillis())
        .forEach(incidents -> tally.add(score(group, incidents, alarms)));
    return tally;
  }

  private static AlarmScore score(LabGroup group, List<Incident> incidents, List<Alarm> alarms) {
    return new AlarmScorer(incidents, group.scoredFromMillis(), group.endMillis())
        .score(alarms, group.scoredWeeks());
  }
}
