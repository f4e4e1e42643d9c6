package io.peerwatch.cli.command;

import io.peerwatch.proof.evaluate.Evaluation;
import io.peerwatch.proof.evaluate.EvaluationSettings;
import io.peerwatch.proof.evaluate.Tally;
import io.peerwatch.proof.evaluate.lab.InjectionKind;
import io.peerwatch.streams.score.PoissonInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An evaluation's result as one table after the other. */
final class EvaluationReport {
  private static final long HALF_HOUR_MILLIS = 1_800_000;

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
            "seed %d, budget %s false alarms a group and week; found at realised (95 %% interval)",
            settings.seed(), plain(settings.falseAlarmsPerWeek())));
    result.faults().forEach((size, byDetector) -> lines.addAll(faults(size, byDetector)));
    lines.add("");
    lines.add(
        line(
            "steps of 3 spreads in 2 metrics, 4 hosts: found %.2f, within 30 min %.2f, of %d",
            result.steps().recall(),
            result.steps().recallWithin(HALF_HOUR_MILLIS),
            result.steps().incidents()));
    lines.add("");
    lines.add("nothing wrong           hosts  host alarms  group alarms, a group and week");
    result.harmless().forEach(alarms -> lines.add(harmless(alarms)));
    return lines;
  }

  private List<String> faults(int size, Map<String, Tally> byDetector) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        line(
            "%-23s found   realised            delay  blame  %s",
            size + " hosts",
            Arrays.stream(InjectionKind.values())
                .map(kind -> line("%8s", kind.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" "))));
    byDetector.forEach((title, tally) -> lines.add(detector(title, tally)));
    return lines;
  }

  private static String detector(String title, Tally tally) {
    PoissonInterval interval = tally.falseAlarmsPerWeekInterval();
    return line(
        "%-23s %5.2f  %5.2f (%5.2f-%5.2f)  %4s  %5s  %s",
        title,
        tally.recall(),
        tally.falseAlarmsPerWeek(),
        interval.low(),
        interval.high(),
        orDash("%.0fm", tally.medianDelayMinutes()),
        orDash("%.2f", tally.blameHitRate()),
        Arrays.stream(InjectionKind.values())
            .map(kind -> line("%8s", orDash("%.2f", tally.recall(kind.name()))))
            .collect(Collectors.joining(" ")));
  }

  private static String harmless(Evaluation.HarmlessAlarms alarms) {
    return line(
        "%-23s %5d  %11.2f  %12.2f",
        alarms.change().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        alarms.hosts(),
        alarms.hostAlarmsPerWeek(),
        alarms.groupAlarmsPerWeek());
  }

  private static String orDash(String format, double value) {
    return Double.isNaN(value) ? "-" : line(format, value);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
