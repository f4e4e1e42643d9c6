package io.peerwatch.cli.command;

import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Verdict;
import io.peerwatch.streams.backtest.BacktestSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A backtest's summary as lines: what was read, how it was judged, who stood out how often. */
final class BacktestReport {
  private static final int HOSTS_SHOWN_MAX = 20;

  private final BacktestSummary summary;

  BacktestReport(BacktestSummary summary) {
    this.summary = summary;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "read      %,d samples; %,d late, %,d malformed lines%s"
            .formatted(
                summary.samples(),
                summary.lateSamples(),
                summary.badLines(),
                listed("; rejected ", summary.rejected())));
    lines.add("windows   " + listed("", summary.windowsByState()));
    lines.add(
        "episodes  %,d%s"
            .formatted(summary.episodes().size(), listed(": ", counted(e -> e.getVerdict()))));
    lines.addAll(hosts());
    for (String group : new TreeMap<>(summary.weeksByGroup()).keySet()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "group     %s: %.2f alarms a week over %.1f weeks",
              group,
              summary.alarmsPerWeek(group),
              summary.weeksByGroup().get(group)));
    }
    return lines;
  }

  /** The hosts with the most episodes first, each with its verdicts. */
  private List<String> hosts() {
    Map<String, Map<Verdict, Long>> byHost =
        summary.episodes().stream()
            .collect(
                Collectors.groupingBy(
                    BacktestReport::who,
                    TreeMap::new,
                    Collectors.groupingBy(
                        HostAlert::getVerdict, TreeMap::new, Collectors.counting())));
    List<String> lines =
        byHost.entrySet().stream()
            .sorted(Comparator.comparing(e -> -sum(e.getValue())))
            .limit(HOSTS_SHOWN_MAX)
            .map(e -> "  %-20s %s".formatted(e.getKey(), listed("", e.getValue())))
            .collect(Collectors.toCollection(ArrayList::new));
    if (byHost.size() > HOSTS_SHOWN_MAX) {
      lines.add("  and %d more".formatted(byHost.size() - HOSTS_SHOWN_MAX));
    }
    return lines;
  }

  private Map<Verdict, Long> counted(Function<HostAlert, Verdict> by) {
    return summary.episodes().stream()
        .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }

  private static String who(HostAlert episode) {
    return episode.getHost() == null
        ? "[" + episode.getGroup() + "]"
        : episode.getHost() + " [" + episode.getGroup() + "]";
  }

  private static long sum(Map<Verdict, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String listed(String start, Map<?, Long> counts) {
    return counts.isEmpty()
        ? ""
        : start
            + counts.entrySet().stream()
                .map(e -> "%,d %s".formatted(e.getValue(), e.getKey()))
                .collect(Collectors.joining(", "));
  }
}
