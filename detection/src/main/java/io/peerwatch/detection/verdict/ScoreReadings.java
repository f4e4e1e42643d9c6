package io.peerwatch.detection.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How close every host is to an alert, of its own or with its whole group, laid out like a metric:
 * observed is the larger evidence in units of its threshold (dimensionless, at least 0; it may open
 * an episode from 1 on), the band is 0 to 1. Dashboards draw it beside the metrics, and rankings by
 * point are made of it.
 */
public final class ScoreReadings {
  /** No sample may bring a metric of this name. */
  public static final String METRIC = "peerwatch.score";

  private ScoreReadings() {}

  static MetricReadings of(Comparison now, Scores scores) {
    List<String> hosts = new ArrayList<>(now.hosts);
    double[] observed = new double[now.hosts];
    for (int h = 0; h < now.hosts; h++) {
      hosts.add(now.records[h].host);
      observed[h] = Math.max(Math.max(0, scores.ofGroup), scores.ratio[h]);
    }
    double[] none = new double[now.hosts];
    double[] bar = new double[now.hosts];
    Arrays.fill(bar, 1);
    return new MetricReadings(METRIC, "1", hosts, observed, none, none, bar, observed);
  }
}
