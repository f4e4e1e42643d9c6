package io.peerwatch.cli.policy;

import io.peerwatch.detection.policy.PolicyVersion;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.MetricPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Policies as a file that {@link PolicyFile} reads back the same. */
final class PolicyYaml {
  /** Read as plain text whatever stands around it; anything else is quoted. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");

  private PolicyYaml() {}

  /** Lowest first, as they are laid over one another. */
  static List<GroupPolicy> inOrder(Collection<GroupPolicy> policies) {
    return policies.stream()
        .sorted(
            Comparator.comparing((GroupPolicy policy) -> !isDefaults().test(policy))
                .thenComparingInt(GroupPolicy::getOrder)
                .thenComparing(GroupPolicy::getPattern))
        .toList();
  }

  static List<String> lines(Collection<GroupPolicy> policies) {
    List<String> lines = new ArrayList<>(List.of("version: 1"));
    List<GroupPolicy> ordered = inOrder(policies);
    ordered.stream()
        .filter(isDefaults())
        .forEach(
            policy -> {
              lines.add("defaults:");
              addPolicy(lines, "  ", policy);
            });
    List<GroupPolicy> groups = ordered.stream().filter(isDefaults().negate()).toList();
    if (!groups.isEmpty()) {
      lines.add("groups:");
    }
    for (GroupPolicy group : groups) {
      lines.add("  - match: " + quoted(group.getPattern()));
      addPolicy(lines, "    ", group);
    }
    return lines;
  }

  private static Predicate<GroupPolicy> isDefaults() {
    return policy -> policy.getPattern().equals(PolicyVersion.EVERY_GROUP);
  }

  private static void addPolicy(List<String> lines, String indent, GroupPolicy policy) {
    add(lines, indent, PolicyFields.PLAIN, policy);
    List<MetricPolicy> metrics =
        policy.getMetrics().stream().filter(PolicyYaml::saysSomething).toList();
    if (!metrics.isEmpty()) {
      lines.add(indent + PolicyFields.METRICS + ":");
    }
    for (MetricPolicy metric : metrics) {
      lines.add(indent + "  " + quoted(metric.getMetric()) + ":");
      add(lines, indent + "    ", PolicyFields.OF_METRIC, metric);
    }
    if (policy.getCapacity() != null
        && PolicyFields.OF_CAPACITY.stream()
            .anyMatch(field -> field.text().apply(policy.getCapacity()) != null)) {
      lines.add(indent + PolicyFields.CAPACITY + ":");
      add(lines, indent + "  ", PolicyFields.OF_CAPACITY, policy.getCapacity());
    }
  }

  private static boolean saysSomething(MetricPolicy metric) {
    return PolicyFields.OF_METRIC.stream().anyMatch(field -> field.text().apply(metric) != null);
  }

  private static <R> void add(
      List<String> lines, String indent, List<? extends Field<R, ?>> fields, R record) {
    for (Field<R, ?> field : fields) {
      String text = field.text().apply(record);
      if (text != null) {
        lines.add(indent + field.name() + ": " + quoted(text));
      }
    }
  }

  /** In double quotes only these two have to be escaped; control characters are in no policy. */
  private static String quoted(String text) {
    return PLAIN.matcher(text).matches()
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
