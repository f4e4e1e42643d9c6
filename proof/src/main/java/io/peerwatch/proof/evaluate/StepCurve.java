package io.peerwatch.proof.evaluate;

import io.peerwatch.proof.evaluate.lab.LabGroup;
import io.peerwatch.proof.evaluate.work.Work;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Steps in groups of four, of so many spreads in so many metrics: what the goal asks of three
 * spreads in two metrics or more, and the curve around it. Every cell has the same worlds.
 */
public final class StepCurve {
  public static final int HOSTS = 4;
  public static final int GOAL_SPREADS = 3;
  public static final int GOAL_METRICS_MIN = 2;
  public static final long GOAL_MILLIS = 1_800_000;
  public static final int SPREADS_MAX = 5;
  public static final int METRICS_MAX = 4;

  /**
   * A place on the curve.
   *
   * @param spreads strength, in spreads of a metric's own noise
   * @param metrics that show it
   */
  public record Cell(int spreads, int metrics) {}

  private final Map<Integer, Map<Integer, Tally>> bySpreads = new TreeMap<>();

  void plan(EvaluationSettings settings, Work work) {
    var ours = new Contest(List.of(settings.mainBudget()), List.of(), settings.workMetric());
    for (int spreads = 1; spreads <= SPREADS_MAX; spreads++) {
      for (int metrics = 1; metrics <= METRICS_MAX; metrics++) {
        Tally tally = new Tally();
        bySpreads.computeIfAbsent(spreads, any -> new TreeMap<>()).put(metrics, tally);
        var cell = new Cell(spreads, metrics);
        boolean goal = spreads == GOAL_SPREADS && metrics >= GOAL_METRICS_MIN;
        for (int i = 0; i < (goal ? settings.groups() : settings.groupsOfCell()); i++) {
          long seed = settings.seedOf("steps", HOSTS, i);
          work.add(
              ours.cost(HOSTS),
              advance -> ours.run(group(seed, cell), advance),
              scores -> scores.values().forEach(tally::add));
        }
      }
    }
  }

  private static LabGroup group(long seed, Cell cell) {
    return LabGroup.withSteps(seed, HOSTS, cell.spreads(), cell.metrics());
  }

  public boolean isEmpty() {
    return bySpreads.isEmpty();
  }

  public Tally of(Cell cell) {
    return bySpreads.get(cell.spreads()).get(cell.metrics());
  }

  /** What the goal is about, together. */
  public Tally goal() {
    Tally sum = new Tally();
    for (int metrics = GOAL_METRICS_MIN; metrics <= METRICS_MAX; metrics++) {
      sum.add(of(new Cell(GOAL_SPREADS, metrics)));
    }
    return sum;
  }
}
