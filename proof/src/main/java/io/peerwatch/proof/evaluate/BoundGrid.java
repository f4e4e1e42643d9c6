package io.peerwatch.proof.evaluate;

import io.peerwatch.proof.evaluate.bound.BoundTally;
import io.peerwatch.proof.evaluate.bound.PerfectTests;
import io.peerwatch.proof.evaluate.lab.Injection;
import io.peerwatch.proof.evaluate.lab.LabGroup;
import io.peerwatch.proof.evaluate.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * What is possible at the main budget on the very faults that the other parts are about, whatever
 * the detector: figures of tests that know the truth.
 */
public final class BoundGrid {
  private static final double COST = 30;

  /**
   * @param faults what they have in common; empty for the whole range of kinds and strengths
   */
  public record Row(int hosts, String faults, BoundTally possible) {}

  private final EvaluationSettings settings;
  private final List<Row> rows = new ArrayList<>();

  BoundGrid(EvaluationSettings settings) {
    this.settings = settings;
  }

  void plan(Work work) {
    for (int size : settings.hosts()) {
      int groups = settings.groupsOf(size);
      plan(work, size, "", "faults", groups, seed -> LabGroup.withFaults(seed, size));
    }
    for (int size : FaultGrid.STRENGTH_HOSTS) {
      for (int spreads = 1; spreads <= FaultGrid.STRENGTH_MAX; spreads++) {
        double exactly = spreads;
        String title = spreads + (spreads == 1 ? " spread" : " spreads");
        int groups = settings.groupsOfCell();
        plan(work, size, title, "strengths", groups, s -> LabGroup.withFaults(s, size, exactly));
      }
    }
    for (int metrics = StepCurve.GOAL_METRICS_MIN; metrics <= StepCurve.METRICS_MAX; metrics++) {
      int touched = metrics;
      String title = "steps of 3 in " + metrics;
      plan(work, StepCurve.HOSTS, title, "steps", settings.groups(), seed -> steps(seed, touched));
    }
  }

  private static LabGroup steps(long seed, int metrics) {
    return LabGroup.withSteps(seed, StepCurve.HOSTS, StepCurve.GOAL_SPREADS, metrics);
  }

  private void plan(
      Work work, int size, String title, String purpose, int groups, LongFunction<LabGroup> of) {
    var sum = new BoundTally();
    rows.add(new Row(size, title, sum));
    for (int i = 0; i < groups; i++) {
      long seed = settings.seedOf(purpose, size, i);
      work.add(COST, advance -> possible(of.apply(seed), size, seed), sum::add);
    }
  }

  private BoundTally possible(LabGroup group, int size, long seed) {
    var tests = new PerfectTests(group.truth(), size, settings.mainBudget(), seed);
    var tally = new BoundTally();
    for (Injection fault : group.truth().injections()) {
      tests.add(fault, tally);
    }
    return tally;
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }
}
