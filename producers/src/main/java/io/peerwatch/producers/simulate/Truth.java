package io.peerwatch.producers.simulate;

import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.schemas.csv.Label;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What is wrong with whom and when in a simulated fleet, in the form of labels. */
public final class Truth {
  private Truth() {}

  /**
   * One label for each fault that touches [startMillis, endMillis), cut to it, in the order of
   * their starts.
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

  /** The fault's metrics, without the request rate where the host serves none. */
  private static List<String> shownBy(Scenario scenario, FaultSpec fault) {
    boolean serves =
        scenario.groups().stream()
            .filter(group -> group.name().equals(fault.group()))
            .anyMatch(group -> TierModel.of(group.tier()).servesRequests());
    return fault.kind().metrics().stream()
        .filter(metric -> serves || !metric.equals(MetricDictionary.REQUEST_RATE))
        .toList();
  }
}
