package io.peerwatch.cli.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.peerwatch.proof.evaluate.BoundGrid;
import io.peerwatch.proof.evaluate.Entry;
import io.peerwatch.proof.evaluate.Evaluation;
import io.peerwatch.proof.evaluate.EvaluationSettings;
import io.peerwatch.proof.evaluate.HarmlessAlarms;
import io.peerwatch.proof.evaluate.Proportion;
import io.peerwatch.proof.evaluate.StepCurve;
import io.peerwatch.proof.evaluate.Tally;
import io.peerwatch.proof.evaluate.bound.Found;
import io.peerwatch.proof.evaluate.lab.InjectionKind;
import java.io.IOException;
import java.util.Map;

/** An evaluation's figures as JSON. */
final class EvaluationJson {
  private EvaluationJson() {}

  static String of(EvaluationSettings settings, Evaluation.Result result) throws IOException {
    ObjectNode root = TallyJson.MAPPER.createObjectNode();
    root.put("seed", settings.seed());
    root.put("groups", settings.groups());
    faults(root.putArray("faults"), result.faults());
    faults(root.putArray("work"), result.atWork());
    strengths(root.putArray("strengths"), result);
    if (!result.steps().isEmpty()) {
      steps(root.putArray("steps"), result.steps());
      ObjectNode goal = TallyJson.add(root.putObject("stepGoal"), result.steps().goal());
      TallyJson.add(goal, "foundWithin30Minutes", soon(result.steps().goal()));
    }
    result.harmless().forEach(alarms -> harmless(root.withArray("harmless").addObject(), alarms));
    result.bounds().forEach(row -> bound(root.withArray("bounds").addObject(), row));
    forecasts(root, result);
    return TallyJson.text(root);
  }

  private static void bound(ObjectNode row, BoundGrid.Row of) {
    row.put("hosts", of.hosts());
    row.put("faults", of.faults());
    row.put("of", of.possible().faults());
    found(row, of.possible().mean());
    ObjectNode kinds = row.putObject("kinds");
    for (InjectionKind kind : InjectionKind.values()) {
      found(kinds.putObject(kind.name()), of.possible().mean(kind));
    }
  }

  private static void found(ObjectNode node, Found found) {
    TallyJson.number(node, "told", found.told());
    TallyJson.number(node, "toldWithin30Minutes", found.toldSoon());
    TallyJson.number(node, "searched", found.searched());
    TallyJson.number(node, "searchedWithin30Minutes", found.searchedSoon());
  }

  private static void forecasts(ObjectNode root, Evaluation.Result result) {
    result
        .forecasts()
        .forEach(
            (series, errors) ->
                errors.forEach(
                    (forecaster, wrong) -> {
                      ObjectNode row = root.withArray("forecasts").addObject();
                      row.put("series", series).put("forecaster", forecaster.title());
                      row.put("hours", wrong.hours());
                      row.put("peaksSoon", wrong.peaksSoon());
                      row.put("peaksLater", wrong.peaksLater());
                      row.put("days", wrong.days());
                    }));
  }

  private static void faults(ArrayNode rows, Map<Integer, Map<Entry, Tally>> faults) {
    faults.forEach(
        (size, scores) ->
            scores.forEach(
                (entry, tally) -> {
                  ObjectNode row = rows.addObject();
                  row.put("hosts", size);
                  row.put("detector", entry.detector());
                  row.put("budget", entry.falseAlarmsPerWeek());
                  TallyJson.addKinds(TallyJson.add(row, tally), tally);
                }));
  }

  private static void strengths(ArrayNode rows, Evaluation.Result result) {
    result
        .strengths()
        .forEach(
            (size, tallies) ->
                tallies.forEach(
                    (spreads, tally) -> {
                      ObjectNode row = rows.addObject().put("hosts", size).put("spreads", spreads);
                      TallyJson.addKinds(TallyJson.add(row, tally), tally);
                    }));
  }

  private static void steps(ArrayNode rows, StepCurve curve) {
    for (int spreads = 1; spreads <= StepCurve.SPREADS_MAX; spreads++) {
      for (int metrics = 1; metrics <= StepCurve.METRICS_MAX; metrics++) {
        Tally tally = curve.of(new StepCurve.Cell(spreads, metrics));
        ObjectNode row = rows.addObject().put("spreads", spreads).put("metrics", metrics);
        TallyJson.add(TallyJson.add(row, tally), "foundWithin30Minutes", soon(tally));
      }
    }
  }

  private static Proportion soon(Tally tally) {
    return tally.foundWithin(StepCurve.GOAL_MILLIS);
  }

  private static void harmless(ObjectNode row, HarmlessAlarms alarms) {
    row.put("change", alarms.change().name());
    row.put("hosts", alarms.hosts());
    row.put("budget", alarms.falseAlarmsPerWeek());
    row.put("groupWeeks", alarms.groupWeeks());
    row.put("allowed", alarms.allowed());
    row.put("ofHosts", alarms.ofHosts());
    row.put("ofGroups", alarms.ofGroups());
    row.put("overBudget", alarms.overBudget());
  }
}
