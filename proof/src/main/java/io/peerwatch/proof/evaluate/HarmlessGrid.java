package io.peerwatch.proof.evaluate;

import io.peerwatch.proof.evaluate.detector.Peerwatch;
import io.peerwatch.proof.evaluate.lab.GroupLife;
import io.peerwatch.proof.evaluate.lab.Harmless;
import io.peerwatch.proof.evaluate.lab.LabGroup;
import io.peerwatch.proof.evaluate.work.Advance;
import io.peerwatch.proof.evaluate.work.Work;
import io.peerwatch.streams.score.Alarm;
import java.util.ArrayList;
import java.util.List;

/** Changes that must not alarm, beside the same groups' life with no change at all. */
final class HarmlessGrid {
  private static final List<Integer> HOSTS = List.of(4, 12);

  private final EvaluationSettings settings;
  private final List<HarmlessAlarms> alarms = new ArrayList<>();

  HarmlessGrid(EvaluationSettings settings) {
    this.settings = settings;
  }

  void plan(Work work) {
    List<Double> budgets = settings.budgets();
    for (Harmless change : Harmless.values()) {
      for (int size : HOSTS) {
        int at = alarms.size();
        budgets.forEach(budget -> alarms.add(HarmlessAlarms.none(change, size, budget)));
        for (int i = 0; i < settings.groups(); i++) {
          long seed = settings.seedOf(change.name(), size, i);
          work.add(
              new Contest(budgets, List.of(), settings.workMetric()).cost(size),
              advance -> run(change, seed, size, advance),
              counted -> add(at, counted));
        }
      }
    }
  }

  private void add(int at, List<HarmlessAlarms> counted) {
    for (int b = 0; b < counted.size(); b++) {
      alarms.set(at + b, alarms.get(at + b).plus(counted.get(b)));
    }
  }

  private List<HarmlessAlarms> run(Harmless change, long seed, int size, Advance advance) {
    LabGroup group = LabGroup.with(change, seed, size);
    var ours = new Peerwatch(GroupLife.WINDOW_MILLIS, settings.budgets(), settings.workMetric());
    for (int w = 0; w < LabGroup.WINDOWS; w++) {
      ours.judge(group.next());
      advance.to((w + 1.0) / LabGroup.WINDOWS);
    }
    List<HarmlessAlarms> counted = new ArrayList<>();
    for (int b = 0; b < settings.budgets().size(); b++) {
      long ofHosts = 0;
      long ofGroups = 0;
      for (Alarm alarm : ours.alarms(b, group.endMillis())) {
        if (alarm.openedMillis() >= group.scoredFromMillis()) {
          ofHosts += alarm.host() != null ? 1 : 0;
          ofGroups += alarm.host() == null ? 1 : 0;
        }
      }
      double budget = settings.budgets().get(b);
      counted.add(new HarmlessAlarms(change, size, budget, group.scoredWeeks(), ofHosts, ofGroups));
    }
    return counted;
  }

  List<HarmlessAlarms> alarms() {
    return List.copyOf(alarms);
  }
}
