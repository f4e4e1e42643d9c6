package io.peerwatch.producers.simulate;

import io.peerwatch.producers.simulate.metric.Metric;
import io.peerwatch.producers.simulate.scenario.FaultSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.schemas.csv.Label;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What is wrong with whom and when in a simulated fleet, in the form of labels. */
public final class Truth {
  private static final Set<String> WORK =
      Set.of(Metric.REQUEST_RATE.canonical(), Metric.REQUEST_DURATION.canonical());

  private Truth() {}

  /**
   * One label for each fault that touches [startMillis, endMillis), cut to it, in the order of
   * their starts. Harmless events have none.
   *
   * @param startMillis when the scenario starts, in epoch milliseconds
   * @param endMillis end of what is simulated, exclusive; {@code Long.MAX_VALUE} when it is open
   */
  public static List<Label> labels(Scenario scenario, long startMillis, long endMillis) {
    long lengthMillis = endMillis - startMillis;
    return scenario.faults().stream()
        .filter(fault -> fault.endMillis() > 0 && fault.startMillis() < lengthMillis)
        .map(fault -> label(scenario, fault, startMillis, endMillis))
        .sorted(Comparator.comparing(Label::start))
        .toList();
  }

  private static Label label(Scenario scenario, FaultSpec fault, long startMillis, long endMillis) {
    return new Label(
        fault.host(),
        Instant.ofEpochMilli(startMillis + Math.max(0, fault.startMillis())),
        Instant.ofEpochMilli(Math.min(startMillis + fault.endMillis(), endMillis)),
        shownBy(scenario, fault),
        fault.group(),
        fault.kind().label());
  }

  /** The fault's metrics, without those of the work where the host doesn't measure it. */
  private static List<String> shownBy(Scenario scenario, FaultSpec fault) {
    boolean measured =
        scenario.groups().stream()
            .filter(group -> group.name().equals(fault.group()))
            .map(GroupSpec::service)
            .anyMatch(service -> service.measured());
    return fault.shownBy().stream().filter(metric -> measured || !WORK.contains(metric)).toList();
  }
}
