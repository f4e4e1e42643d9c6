package io.peerwatch.consumers.dashboard.web;

import io.peerwatch.consumers.dashboard.latest.Latest;
import io.peerwatch.consumers.dashboard.latest.WindowReadings;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.MetricEvidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers {@code /api/metrics}: the metrics of a group, the most blamed first, then by name. */
record MetricsAnswer(String group, List<Metric> metrics) {

  /**
   * One metric.
   *
   * @param blame its largest share in the group's open alerts, 0..1; 0 when none blames it
   * @param hosts how many reported it in its newest window
   */
  record Metric(String metric, String unit, double blame, int hosts) {}

  static MetricsAnswer of(Latest latest, String group) {
    Map<String, Double> blame = blame(latest.alerts().openOf(group));
    List<Metric> metrics = new ArrayList<>();
    for (Map.Entry<String, WindowReadings> newest :
        latest.readings().newestByMetric(group).entrySet()) {
      WindowReadings window = newest.getValue();
      double share = blame.getOrDefault(newest.getKey(), 0.0);
      metrics.add(new Metric(newest.getKey(), window.unit(), share, window.cells()));
    }
    metrics.sort(
        Comparator.comparingDouble(Metric::blame).reversed().thenComparing(Metric::metric));
    return new MetricsAnswer(group, metrics);
  }

  private static Map<String, Double> blame(List<HostAlert> open) {
    Map<String, Double> blame = new HashMap<>();
    for (HostAlert alert : open) {
      for (MetricEvidence evidence : alert.getEvidence()) {
        if (Double.isFinite(evidence.getShare())) {
          blame.merge(evidence.getMetric(), evidence.getShare(), Math::max);
        }
      }
    }
    return blame;
  }
}
