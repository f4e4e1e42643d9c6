package io.peerwatch.cli.evaluate;

import static io.peerwatch.cli.evaluate.Cells.line;

import io.peerwatch.proof.evaluate.Entry;
import io.peerwatch.proof.evaluate.Evaluation;
import io.peerwatch.proof.evaluate.EvaluationSettings;
import io.peerwatch.proof.evaluate.HarmlessAlarms;
import io.peerwatch.proof.evaluate.Proportion;
import io.peerwatch.proof.evaluate.StepCurve;
import io.peerwatch.proof.evaluate.Tally;
import io.peerwatch.proof.evaluate.detector.Peerwatch;
import io.peerwatch.proof.evaluate.lab.InjectionKind;
import io.peerwatch.streams.score.PoissonInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An evaluation's result as one table after the other, at most 120 columns wide. */
final class EvaluationReport {
  private final EvaluationSettings settings;
  private final Evaluation.Result result;

  EvaluationReport(EvaluationSettings settings, Evaluation.Result result) {
    this.settings = settings;
    this.result = result;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "seed %d: %d groups of each size, budgets in false alarms a group and week, 95 %%"
                + " intervals",
            settings.seed(), settings.groups()));
    result.faults().forEach((size, scores) -> lines.addAll(faults(size, scores)));
    if (!result.faults().isEmpty()) {
      lines.addAll(delays());
    }
    result.strengths().forEach((size, tallies) -> lines.addAll(strengths(size, tallies)));
    if (!result.steps().isEmpty()) {
      lines.addAll(steps());
    }
    result.atWork().forEach((size, scores) -> lines.addAll(atWork(size, scores)));
    if (!result.harmless().isEmpty()) {
      lines.addAll(harmless());
    }
    lines.addAll(new BoundReport(settings.mainBudget(), result.bounds()).lines());
    lines.addAll(ForecastReport.lines(result.forecasts()));
    return lines;
  }

  private static List<String> faults(int size, Map<Entry, Tally> scores) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        line(
            "%-27s %-13s %-13s delay right blame %s",
            size + " hosts, at budget", "found", "realised", Cells.kinds()));
    scores.forEach((entry, tally) -> lines.add(row(entry, tally)));
    return lines;
  }

  private static String row(Entry entry, Tally tally) {
    return line(
        "%-23s %3s %-13s %-13s %5s %5s %5s %s",
        entry.detector(),
        Cells.plain(entry.falseAlarmsPerWeek()),
        Cells.sure(tally.found()),
        Cells.realised(tally),
        Cells.minutes(tally.delayMinutes(0.5)),
        Cells.share(tally.rightHost()),
        Cells.share(tally.blameHits()),
        Cells.foundByKind(tally));
  }

  private List<String> delays() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(line("%-25s %8s  %s", "delay: median/90 %", "all", Cells.kinds(8)));
    Entry ours = new Entry(Peerwatch.TITLE, settings.mainBudget());
    result
        .faults()
        .forEach(
            (size, scores) -> {
              Tally tally = scores.get(ours);
              lines.add(
                  line(
                      "%-25s %8s  %s",
                      size + " hosts, budget " + Cells.plain(settings.mainBudget()),
                      delay(tally.delayMinutes(0.5), tally.delayMinutes(0.9)),
                      Cells.byKind(
                          8,
                          kind ->
                              delay(
                                  tally.delayMinutes(kind, 0.5), tally.delayMinutes(kind, 0.9)))));
            });
    return lines;
  }

  private static String delay(double median, double most) {
    return Double.isNaN(median) ? "-" : line("%.0f/%.0fm", median, most);
  }

  private List<String> strengths(int size, Map<Integer, Tally> tallies) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        line(
            "%-25s %-13s %-13s delay             %s",
            size + " hosts, by strength", "found", "realised", Cells.kinds()));
    tallies.forEach(
        (spreads, tally) ->
            lines.add(
                line(
                    "%-25s %-13s %-13s %5s             %s",
                    spreads + (spreads == 1 ? " spread" : " spreads"),
                    Cells.sure(tally.found()),
                    Cells.realised(tally),
                    Cells.minutes(tally.delayMinutes(0.5)),
                    Cells.foundByKind(tally))));
    return lines;
  }

  private List<String> steps() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    StringBuilder head = new StringBuilder(line("%-25s", "steps at 4 hosts: found"));
    for (int metrics = 1; metrics <= StepCurve.METRICS_MAX; metrics++) {
      head.append(line("  %-12s", metrics + (metrics == 1 ? " metric" : " metrics")));
    }
    lines.add(head.append("  within 30 min / ever").toString());
    for (int spreads = 1; spreads <= StepCurve.SPREADS_MAX; spreads++) {
      String name = spreads + (spreads == 1 ? " spread" : " spreads");
      StringBuilder row = new StringBuilder(line("%-25s", name));
      for (int metrics = 1; metrics <= StepCurve.METRICS_MAX; metrics++) {
        Tally tally = result.steps().of(new StepCurve.Cell(spreads, metrics));
        Proportion soon = tally.foundWithin(StepCurve.GOAL_MILLIS);
        row.append(line("  %-12s", Cells.share(soon) + " / " + Cells.share(tally.found())));
      }
      lines.add(row.toString().stripTrailing());
    }
    Tally goal = result.steps().goal();
    lines.add(
        line(
            "%-25s  %s within 30 min, %s ever, of %d; realised %s",
            "goal .95: 3 in 2 or more",
            Cells.sure(goal.foundWithin(StepCurve.GOAL_MILLIS)),
            Cells.sure(goal.found()),
            goal.found().of(),
            Cells.realised(goal)));
    return lines;
  }

  /** Where a balancer shifts work, lost traffic is one more kind. */
  private static List<String> atWork(int size, Map<Entry, Tally> scores) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        line(
            "%-27s %-13s %-13s delay right blame %s",
            size + " hosts, shifting work", "found", "realised", Cells.kinds()));
    scores.forEach(
        (entry, tally) -> {
          String lost = InjectionKind.LOST_TRAFFIC.name();
          lines.add(row(entry, tally));
          lines.add(
              line(
                  "  lost traffic              %-13s               %5s",
                  Cells.sure(tally.found(lost)), Cells.minutes(tally.delayMinutes(lost, 0.5))));
        });
    return lines;
  }

  private List<String> harmless() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        line(
            "%-20s %5s %6s %8s  %-16s %7s  %s",
            "nothing is wrong", "hosts", "budget", "allowed", "hosts' alarms", "groups'", ""));
    for (HarmlessAlarms alarms : result.harmless()) {
      PoissonInterval interval = alarms.ofHostsInterval();
      lines.add(
          line(
                  "%-20s %5d %6s %8.0f  %-16s %7d  %s",
                  Cells.name(alarms.change()),
                  alarms.hosts(),
                  Cells.plain(alarms.falseAlarmsPerWeek()),
                  alarms.allowed(),
                  line("%d (%.0f-%.0f)", alarms.ofHosts(), interval.low(), interval.high()),
                  alarms.ofGroups(),
                  alarms.overBudget() ? "over the budget" : "")
              .stripTrailing());
    }
    return lines;
  }
}
