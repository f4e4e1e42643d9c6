package io.peerwatch.detection.policy;

import io.peerwatch.detection.capacity.Tier;
import io.peerwatch.detection.capacity.Workload;
import io.peerwatch.detection.metric.MetricSettings;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is said of groups by a pattern, or of one group by several patterns laid over one another.
 * What is null, or a metric that is missing, stays as it was; names and ranges are those of the
 * contract GroupPolicy.
 *
 * @param metrics at most one a metric, by name
 * @param capacity {@link CapacityTargets#NONE} when nothing is said
 */
public record Policy(
    Long windowMillis,
    Long graceMillis,
    Long forgetAfterMillis,
    Double falseAlarmsPerWeek,
    Tier tier,
    Workload workload,
    ZoneId timeZone,
    String workMetric,
    Double coresPerHost,
    String runbookUrl,
    List<MetricSettings> metrics,
    CapacityTargets capacity) {

  private static final long SECOND_MILLIS = 1_000;
  private static final long DAY_MILLIS = 86_400_000L;
  private static final int METRICS_MAX = 500;
  private static final int TEXT_MAX = 2_000;

  /** Says nothing. */
  public static final Policy NONE =
      new Policy(
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          List.of(),
          CapacityTargets.NONE);

  /** Says what a group does, and no more; null for what is not said. */
  public static Policy ofRole(Tier tier, Workload workload) {
    return new Policy(
        null,
        null,
        null,
        null,
        tier,
        workload,
        null,
        null,
        null,
        null,
        List.of(),
        CapacityTargets.NONE);
  }

  public Policy {
    requireMillis("window", windowMillis, SECOND_MILLIS, DAY_MILLIS);
    requireMillis("grace", graceMillis, 0, DAY_MILLIS);
    requireMillis("forgetAfter", forgetAfterMillis, SECOND_MILLIS, 30 * DAY_MILLIS);
    requireAboveZero("falseAlarms", falseAlarmsPerWeek);
    requireAboveZero("coresPerHost", coresPerHost);
    requireText("workMetric", workMetric);
    requireText("runbook", runbookUrl);
    metrics = List.copyOf(byName(metrics).values());
    if (metrics.size() > METRICS_MAX) {
      throw new IllegalArgumentException(
          "metrics has %d entries, at most %d are taken".formatted(metrics.size(), METRICS_MAX));
    }
    metrics.forEach(metric -> requireText("unit", metric.unit()));
  }

  private static void requireMillis(String name, Long millis, long min, long max) {
    if (millis != null && (millis < min || millis > max)) {
      throw new IllegalArgumentException(
          "%s must be %d to %d seconds, not %s"
              .formatted(name, min / SECOND_MILLIS, max / SECOND_MILLIS, millis / 1000.0));
    }
  }

  private static void requireAboveZero(String name, Double value) {
    if (value != null && !(value > 0 && value < 1e6)) {
      throw new IllegalArgumentException(
          "%s must be above 0 and below a million, not %s".formatted(name, value));
    }
  }

  private static void requireText(String name, String text) {
    if (text != null && (text.length() > TEXT_MAX || text.chars().anyMatch(c -> c < ' '))) {
      throw new IllegalArgumentException(
          "%s must be one line of at most %d characters".formatted(name, TEXT_MAX));
    }
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  /** This, and where it says nothing the one below. */
  public Policy over(Policy below) {
    return new Policy(
        first(windowMillis, below.windowMillis),
        first(graceMillis, below.graceMillis),
        first(forgetAfterMillis, below.forgetAfterMillis),
        first(falseAlarmsPerWeek, below.falseAlarmsPerWeek),
        first(tier, below.tier),
        first(workload, below.workload),
        first(timeZone, below.timeZone),
        first(workMetric, below.workMetric),
        first(coresPerHost, below.coresPerHost),
        first(runbookUrl, below.runbookUrl),
        metricsOver(below),
        capacity.over(below.capacity));
  }

  private List<MetricSettings> metricsOver(Policy below) {
    SortedMap<String, MetricSettings> all = byName(below.metrics);
    for (MetricSettings metric : metrics) {
      all.merge(metric.metric(), metric, (lower, upper) -> upper.over(lower));
    }
    return List.copyOf(all.values());
  }

  private static SortedMap<String, MetricSettings> byName(List<MetricSettings> metrics) {
    SortedMap<String, MetricSettings> byName = new TreeMap<>();
    for (MetricSettings metric : metrics) {
      if (byName.put(metric.metric(), metric) != null) {
        throw new IllegalArgumentException("metric " + metric.metric() + " comes twice");
      }
    }
    return byName;
  }

  private static <T> T first(T value, T below) {
    return value != null ? value : below;
  }
}
