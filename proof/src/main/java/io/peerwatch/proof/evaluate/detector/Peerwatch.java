package io.peerwatch.proof.evaluate.detector;

import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.streams.score.Alarm;
import java.util.ArrayList;
import java.util.List;

/** Ours: the judge and the episodes that the topology runs, one of each for every budget. */
public final class Peerwatch implements Detector {
  public static final String TITLE = "Peerwatch";

  private final List<JudgedGroup> groups = new ArrayList<>();

  /**
   * @param falseAlarmsPerWeek the budgets, at least one
   * @param workMetric null for the dictionary's
   */
  public Peerwatch(long windowMillis, List<Double> falseAlarmsPerWeek, String workMetric) {
    DetectionSettings usual = DetectionSettings.of(windowMillis).withWorkMetric(workMetric);
    for (double budget : falseAlarmsPerWeek) {
      groups.add(new JudgedGroup(usual.withFalseAlarmsPerWeek(budget)));
    }
  }

  @Override
  public void judge(GroupWindow window) {
    groups.forEach(group -> group.judge(window));
  }

  @Override
  public List<Alarm> alarms(int budget, long endMillis) {
    return groups.get(budget).alarms(endMillis);
  }

  /** Evidence in units of the first budget's threshold. */
  @Override
  public double[] scores() {
    return groups.get(0).scores();
  }
}
