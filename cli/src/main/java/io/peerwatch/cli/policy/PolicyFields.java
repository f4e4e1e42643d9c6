package io.peerwatch.cli.policy;

import io.peerwatch.schemas.avro.CapacityPolicy;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.MetricPolicy;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Transform;
import io.peerwatch.schemas.avro.Workload;
import io.peerwatch.schemas.avro.WorseDirection;
import io.peerwatch.streams.policy.PolicyRecords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The fields of a policy, in the order in which they are written. */
final class PolicyFields {
  static final String METRICS = "metrics";
  static final String CAPACITY = "capacity";

  static final List<Field<GroupPolicy, GroupPolicy.Builder>> PLAIN =
      List.of(
          new Field<>(
              "window",
              (p, t) -> p.setWindowMillis(FieldText.millis(t)),
              p -> FieldText.ofMillis(p.getWindowMillis())),
          new Field<>(
              "grace",
              (p, t) -> p.setGraceMillis(FieldText.millis(t)),
              p -> FieldText.ofMillis(p.getGraceMillis())),
          new Field<>(
              "forgetAfter",
              (p, t) -> p.setForgetAfterMillis(FieldText.millis(t)),
              p -> FieldText.ofMillis(p.getForgetAfterMillis())),
          new Field<>(
              "falseAlarms",
              (p, t) -> p.setFalseAlarmsPerWeek(FieldText.weekly(t)),
              p -> FieldText.ofWeekly(p.getFalseAlarmsPerWeek())),
          new Field<>(
              "tier",
              (p, t) -> p.setTier(FieldText.symbol(Tier.class, t)),
              p -> FieldText.ofSymbol(p.getTier())),
          new Field<>(
              "workload",
              (p, t) -> p.setWorkload(FieldText.symbol(Workload.class, t)),
              p -> FieldText.ofSymbol(p.getWorkload())),
          new Field<>("timeZone", GroupPolicy.Builder::setTimeZone, GroupPolicy::getTimeZone),
          new Field<>("workMetric", GroupPolicy.Builder::setWorkMetric, GroupPolicy::getWorkMetric),
          new Field<>(
              "coresPerHost",
              (p, t) -> p.setCoresPerHost(FieldText.number(t)),
              p -> FieldText.ofNumber(p.getCoresPerHost())),
          new Field<>("runbook", GroupPolicy.Builder::setRunbookUrl, GroupPolicy::getRunbookUrl));

  static final List<Field<MetricPolicy, MetricPolicy.Builder>> OF_METRIC =
      List.of(
          new Field<>("unit", MetricPolicy.Builder::setUnit, MetricPolicy::getUnit),
          new Field<>(
              "floor",
              (m, t) -> m.setFloor(FieldText.number(t)),
              m -> FieldText.ofNumber(m.getFloor())),
          new Field<>(
              "worse",
              (m, t) -> m.setWorse(FieldText.symbol(WorseDirection.class, t)),
              m -> FieldText.ofSymbol(m.getWorse())),
          new Field<>(
              "transform",
              (m, t) -> m.setTransform(FieldText.symbol(Transform.class, t)),
              m -> FieldText.ofSymbol(m.getTransform())),
          new Field<>(
              "ignore",
              (m, t) -> m.setIgnore(FieldText.yesOrNo(t)),
              m -> m.getIgnore() == null ? null : m.getIgnore().toString()));

  static final List<Field<CapacityPolicy, CapacityPolicy.Builder>> OF_CAPACITY =
      List.of(
          new Field<>(
              "loadPerCore",
              (c, t) -> c.setLoadPerCore(FieldText.number(t)),
              c -> FieldText.ofNumber(c.getLoadPerCore())),
          new Field<>(
              "ceiling",
              (c, t) -> c.setCeiling(FieldText.number(t)),
              c -> FieldText.ofNumber(c.getCeiling())),
          new Field<>(
              "cpu", (c, t) -> c.setCpu(FieldText.number(t)), c -> FieldText.ofNumber(c.getCpu())),
          new Field<>(
              "memory",
              (c, t) -> c.setMemory(FieldText.number(t)),
              c -> FieldText.ofNumber(c.getMemory())),
          new Field<>(
              "disk",
              (c, t) -> c.setDisk(FieldText.number(t)),
              c -> FieldText.ofNumber(c.getDisk())),
          new Field<>(
              "network",
              (c, t) -> c.setNetwork(FieldText.number(t)),
              c -> FieldText.ofNumber(c.getNetwork())));

  private PolicyFields() {}

  /** Keys of a policy, without the pattern. */
  static List<String> names() {
    return Stream.concat(PLAIN.stream().map(Field::name), Stream.of(METRICS, CAPACITY)).toList();
  }

  static List<String> names(List<? extends Field<?, ?>> fields) {
    return fields.stream().map(Field::name).toList();
  }

  /** What a policy says: text by path, such as {@code metrics.system.disk.io_time.floor}. */
  static Map<String, String> said(GroupPolicy policy) {
    Map<String, String> said = new TreeMap<>();
    put(said, "", PLAIN, policy);
    for (MetricPolicy metric : policy.getMetrics()) {
      put(said, METRICS + "." + metric.getMetric() + ".", OF_METRIC, metric);
    }
    if (policy.getCapacity() != null) {
      put(said, CAPACITY + ".", OF_CAPACITY, policy.getCapacity());
    }
    return said;
  }

  private static <R> void put(
      Map<String, String> said, String path, List<? extends Field<R, ?>> fields, R record) {
    for (Field<R, ?> field : fields) {
      String text = field.text().apply(record);
      if (text != null) {
        said.put(path + field.name(), text);
      }
    }
  }

  static GroupPolicy empty(String pattern, int order) {
    return GroupPolicy.newBuilder().setPattern(pattern).setOrder(order).build();
  }

  /** What is wrong with a policy as a whole, in one line. */
  static Optional<String> problem(GroupPolicy policy) {
    try {
      PolicyRecords.of(policy);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }
}
