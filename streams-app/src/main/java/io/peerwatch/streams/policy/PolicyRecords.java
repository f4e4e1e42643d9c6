package io.peerwatch.streams.policy;

import io.peerwatch.detection.capacity.Tier;
import io.peerwatch.detection.capacity.Workload;
import io.peerwatch.detection.metric.MetricSettings;
import io.peerwatch.detection.metric.Transform;
import io.peerwatch.detection.metric.Worse;
import io.peerwatch.detection.policy.CapacityTargets;
import io.peerwatch.detection.policy.Policy;
import io.peerwatch.detection.policy.PolicyVersion;
import io.peerwatch.schemas.avro.CapacityPolicy;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.MetricPolicy;
import io.peerwatch.schemas.topics.NamePattern;
import io.peerwatch.schemas.topics.Names;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;

/** Bridge from group-policies and policy-history to policies; what it refuses it says in a line. */
public final class PolicyRecords {
  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

  private PolicyRecords() {}

  /**
   * The version that a record holds.
   *
   * @throws IllegalArgumentException when it is none, with one line
   */
  public static PolicyVersion of(GroupPolicy record) {
    String pattern = record.getPattern();
    if (!NamePattern.isPattern(pattern)) {
      throw new IllegalArgumentException(
          "the pattern '%s' must be 1 to 200 of A-Z a-z 0-9 . _ : / - and *"
              .formatted(pattern.length() > 40 ? pattern.substring(0, 40) + "…" : pattern));
    }
    if (record.getValidFrom() != null && !record.getValidFrom().isBefore(FAR)) {
      throw new IllegalArgumentException("validFrom must be before the year 2100");
    }
    long validFrom =
        record.getValidFrom() == null ? PolicyVersion.ALWAYS : record.getValidFrom().toEpochMilli();
    return new PolicyVersion(pattern, record.getOrder(), validFrom, policy(record));
  }

  private static Policy policy(GroupPolicy record) {
    return new Policy(
        record.getWindowMillis(),
        record.getGraceMillis(),
        record.getForgetAfterMillis(),
        record.getFalseAlarmsPerWeek(),
        known(Tier.class, record.getTier()),
        known(Workload.class, record.getWorkload()),
        zone(record.getTimeZone()),
        metricName(record.getWorkMetric()),
        record.getCoresPerHost(),
        record.getRunbookUrl(),
        record.getMetrics().stream().map(PolicyRecords::metric).toList(),
        capacity(record.getCapacity()));
  }

  private static MetricSettings metric(MetricPolicy record) {
    return new MetricSettings(
        requireName(record.getMetric()),
        record.getUnit(),
        record.getFloor(),
        known(Worse.class, record.getWorse()),
        known(Transform.class, record.getTransform()),
        record.getIgnore());
  }

  private static CapacityTargets capacity(CapacityPolicy record) {
    return record == null
        ? CapacityTargets.NONE
        : new CapacityTargets(
            record.getLoadPerCore(),
            record.getCeiling(),
            record.getCpu(),
            record.getMemory(),
            record.getDisk(),
            record.getNetwork());
  }

  private static ZoneId zone(String name) {
    try {
      return name == null ? null : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' is no time zone such as UTC or Europe/Paris".formatted(name), e);
    }
  }

  private static String metricName(String name) {
    return name == null ? null : requireName(name);
  }

  private static String requireName(String metric) {
    if (!Names.isName(metric)) {
      throw new IllegalArgumentException(
          "the metric name '%s' must be 1 to 200 of A-Z a-z 0-9 . _ : / -"
              .formatted(metric.length() > 40 ? metric.substring(0, 40) + "…" : metric));
    }
    return metric;
  }

  /** The enum's value of the same name; null for UNKNOWN, which says nothing. */
  private static <E extends Enum<E>> E known(Class<E> type, Enum<?> value) {
    return value == null || value.name().equals("UNKNOWN")
        ? null
        : Enum.valueOf(type, value.name());
  }
}
