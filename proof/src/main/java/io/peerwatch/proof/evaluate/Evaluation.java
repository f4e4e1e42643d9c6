package io.peerwatch.proof.evaluate;

import io.peerwatch.proof.evaluate.forecast.ForecastContest.Errors;
import io.peerwatch.proof.evaluate.forecast.ForecastGrid;
import io.peerwatch.proof.evaluate.forecast.Forecaster;
import io.peerwatch.proof.evaluate.work.Work;
import io.peerwatch.schemas.progress.Progress;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The whole suite: faults of nine kinds in made-up groups, each strength for itself, steps in
 * groups of four, and changes that must not alarm. Every detector has two weeks to learn and to set
 * its threshold, sees no label, and is scored on the two weeks that follow.
 */
public final class Evaluation {
  private final EvaluationSettings settings;
  private final Progress progress;

  public Evaluation(EvaluationSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * What came out; parts that were not asked for are empty.
   *
   * @param faults by size of group, then by detector and budget, ours first
   * @param strengths ours at the main budget, by size of group, then by strength in spreads
   * @param steps ours on steps in groups of four, at the main budget
   * @param atWork ours where a balancer shifts work, by size of group, then by budget
   * @param harmless alarms of ours while nothing was wrong, by change, size and budget
   * @param bounds what is possible at the main budget
   * @param forecasts errors by series and forecaster
   */
  public record Result(
      Map<Integer, Map<Entry, Tally>> faults,
      Map<Integer, Map<Integer, Tally>> strengths,
      StepCurve steps,
      Map<Integer, Map<Entry, Tally>> atWork,
      List<HarmlessAlarms> harmless,
      List<BoundGrid.Row> bounds,
      SortedMap<String, Map<Forecaster, Errors>> forecasts) {}

  public Result run() {
    var work = new Work();
    var faults = new FaultGrid(settings);
    var steps = new StepCurve();
    var harmless = new HarmlessGrid(settings);
    var bounds = new BoundGrid(settings);
    var forecasts = new ForecastGrid();
    for (EvaluationPart part : settings.parts()) {
      switch (part) {
        case FAULTS -> faults.planAll(work);
        case STRENGTHS -> faults.planStrengths(work);
        case STEPS -> steps.plan(settings, work);
        case WORK -> faults.planAtWork(work);
        case HARMLESS -> harmless.plan(work);
        case BOUND -> bounds.plan(work);
        case FORECAST -> forecasts.plan(settings.seed(), work);
      }
    }
    work.run(settings.threads(), "evaluating", progress);
    return new Result(
        faults.faults(),
        faults.strengths(),
        steps,
        faults.atWork(),
        harmless.alarms(),
        bounds.rows(),
        forecasts.errors());
  }
}
