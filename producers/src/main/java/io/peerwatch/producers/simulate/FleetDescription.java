package io.peerwatch.producers.simulate;

import io.peerwatch.producers.simulate.scenario.EventSpec;
import io.peerwatch.producers.simulate.scenario.FaultSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.producers.simulate.workload.GroupDemand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A scenario in lines for people: who is in it, what they can serve, what goes wrong and when. */
public final class FleetDescription {
  private static final String GROUP =
      "  %-16s %7s hosts  %8s requests/min asked on the average, %8s at most by a host (%s)";
  private static final String TROUBLE = "  %-16s %-20s %8s  for %s";

  private FleetDescription() {}

  /** Its lines, without line breaks. */
  public static List<String> lines(Scenario scenario, long seed) {
    var lines = new ArrayList<String>();
    lines.add(scenario.name() + ": " + scenario.description());
    lines.add(
        "seed %d, a sample every %s, now after %s, time zone %s"
            .formatted(
                seed,
                text(scenario.periodMillis()),
                text(scenario.historyMillis()),
                scenario.zone()));
    var fleet = new FleetSimulator(scenario, seed, 0);
    List<KnownCapacity> capacities = fleet.capacities();
    for (GroupSpec group : scenario.groups()) {
      lines.add(group(group, capacities));
    }
    scenario.faults().stream()
        .sorted(Comparator.comparingLong(FaultSpec::startMillis))
        .forEach(
            fault ->
                lines.add(
                    trouble(
                        fault.kind().label(),
                        fault.host(),
                        fault.startMillis(),
                        fault.durationMillis())));
    scenario.events().stream()
        .sorted(Comparator.comparingLong(EventSpec::startMillis))
        .forEach(
            event ->
                lines.add(
                    trouble(
                        event.kind().label(),
                        event.group() + " (harmless)",
                        event.startMillis(),
                        event.durationMillis())));
    return lines;
  }

  private static String group(GroupSpec group, List<KnownCapacity> capacities) {
    List<KnownCapacity> own =
        capacities.stream().filter(known -> known.group().equals(group.name())).toList();
    double middle =
        own.stream()
            .mapToDouble(KnownCapacity::requestsPerMinute)
            .sorted()
            .skip(own.size() / 2)
            .findFirst()
            .orElse(0);
    return GROUP.formatted(
        group.name(),
        number(group.hosts()),
        number(60 * GroupDemand.meanRequestsPerSecond(group)),
        number(middle),
        own.get(0).bottleneck());
  }

  private static String trouble(String kind, String who, long startMillis, long durationMillis) {
    return TROUBLE.formatted(kind, who, text(startMillis), text(durationMillis));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String text(long millis) {
    return Duration.ofMillis(millis).toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
