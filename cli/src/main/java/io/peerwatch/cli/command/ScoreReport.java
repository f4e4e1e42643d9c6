package io.peerwatch.cli.command;

import io.peerwatch.streams.backtest.LabelScore;
import io.peerwatch.streams.score.AlarmScore;
import io.peerwatch.streams.score.AlarmScore.Outcome;
import io.peerwatch.streams.score.PoissonInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A score against labels as lines; what can't be told has no line. */
final class ScoreReport {
  private final LabelScore score;
  private final AlarmScore alarms;

  ScoreReport(LabelScore score) {
    this.score = score;
    this.alarms = score.alarms();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(incidents());
    if (!alarms.outcomes().isEmpty()) {
      lines.add(found());
      lines.addAll(byKind());
    }
    alarms
        .medianDelayMillis()
        .ifPresent(
            millis ->
                lines.add(line("delay     median %.1f min from start to alert", millis / 6e4)));
    lines.add(falseAlarms());
    if (alarms.loneAlarms() > 0) {
      lines.add(
          line(
              "host      the right one in %d of %d episodes of one host amid an incident",
              alarms.rightHost(), alarms.loneAlarms()));
    }
    if (!Double.isNaN(alarms.blameHitRate())) {
      lines.add(
          line(
              "blame     a labelled metric is among the three most blamed in %.0f %%",
              100 * alarms.blameHitRate()));
    }
    if (!Double.isNaN(score.averagePrecision())) {
      lines.add(line("ranking   average precision by point %.3f", score.averagePrecision()));
    }
    return lines;
  }

  private String incidents() {
    long shared = alarms.outcomes().stream().filter(Outcome::shared).count();
    return line(
        "scored    %d incidents, %d of them shared by three hosts or more; %.2f group-weeks",
        alarms.outcomes().size(), shared, alarms.groupWeeks());
  }

  private String found() {
    long alone = alarms.outcomes().stream().filter(Outcome::foundAlone).count();
    return line(
        "found     %d of %d: %.2f (95 %% over hosts: %.2f to %.2f); %d by an episode of the host",
        alarms.found(),
        alarms.outcomes().size(),
        alarms.recall(),
        score.recallInterval().low(),
        score.recallInterval().high(),
        alone);
  }

  /** Only where the labels know of several kinds. */
  private List<String> byKind() {
    Map<String, List<Outcome>> kinds =
        alarms.outcomes().stream()
            .collect(
                Collectors.groupingBy(o -> o.incident().kind(), TreeMap::new, Collectors.toList()));
    if (kinds.size() < 2) {
      return List.of();
    }
    return kinds.entrySet().stream()
        .map(
            kind ->
                line(
                    "  %-20s %d of %d",
                    kind.getKey(),
                    kind.getValue().stream().filter(Outcome::found).count(),
                    kind.getValue().size()))
        .toList();
  }

  private String falseAlarms() {
    PoissonInterval interval = alarms.falseAlarmsPerWeekInterval();
    return line(
        "alarms    %d opened, %d false: %.2f a group and week (95 %%: %.2f to %.2f)",
        alarms.alarms(),
        alarms.falseAlarms(),
        alarms.falseAlarmsPerWeek(),
        interval.low(),
        interval.high());
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
