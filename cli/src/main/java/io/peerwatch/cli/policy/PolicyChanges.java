package io.peerwatch.cli.policy;

import io.peerwatch.detection.policy.PolicyVersion;
import io.peerwatch.schemas.avro.GroupPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/** What has to be written so that the topic says what a file says: nothing for what it says. */
final class PolicyChanges {
  private final SortedMap<String, GroupPolicy> there;
  private final List<GroupPolicy> versions = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  /**
   * Compares with what is there.
   *
   * @param there by pattern
   */
  PolicyChanges(SortedMap<String, GroupPolicy> there) {
    this.there = there;
  }

  /** Asks for the policies of a file; those of other patterns are left alone. */
  PolicyChanges ask(List<GroupPolicy> wanted) {
    int last = 0;
    for (GroupPolicy policy : wanted) {
      int order = 0;
      GroupPolicy before = there.get(policy.getPattern());
      if (!policy.getPattern().equals(PolicyVersion.EVERY_GROUP)) {
        order = before != null && before.getOrder() > last ? before.getOrder() : last + 1;
        last = order;
      }
      put(GroupPolicy.newBuilder(policy).setOrder(order).build(), before);
    }
    return this;
  }

  /** Patterns that are there and that a file does not have. */
  List<String> missing(List<GroupPolicy> wanted) {
    var missing = new TreeSet<>(there.keySet());
    wanted.forEach(policy -> missing.remove(policy.getPattern()));
    return List.copyOf(missing);
  }

  /** Takes a pattern's policy away, which is there. */
  PolicyChanges remove(String pattern) {
    versions.add(PolicyFields.empty(pattern, there.get(pattern).getOrder()));
    lines.add(pattern + ": removed");
    PolicyFields.said(there.get(pattern))
        .forEach((path, text) -> lines.add("  - %s: %s".formatted(path, text)));
    return this;
  }

  private void put(GroupPolicy policy, GroupPolicy before) {
    Map<String, String> now = PolicyFields.said(policy);
    Map<String, String> then = before == null ? Map.of() : PolicyFields.said(before);
    boolean moved = before != null && before.getOrder() != policy.getOrder();
    if (now.equals(then) && !moved) {
      return;
    }
    versions.add(policy);
    lines.add(policy.getPattern() + (before == null ? ": added" : ": changed"));
    if (moved) {
      lines.add("  ~ order: %d → %d".formatted(before.getOrder(), policy.getOrder()));
    }
    lines.addAll(difference(then, now));
  }

  /** What two versions of a policy say differently, a line a field. */
  static List<String> difference(Map<String, String> then, Map<String, String> now) {
    List<String> lines = new ArrayList<>();
    var paths = new TreeSet<>(then.keySet());
    paths.addAll(now.keySet());
    for (String path : paths) {
      String before = then.get(path);
      String after = now.get(path);
      if (before == null) {
        lines.add("  + %s: %s".formatted(path, after));
      } else if (after == null) {
        lines.add("  - %s: %s".formatted(path, before));
      } else if (!after.equals(before)) {
        lines.add("  ~ %s: %s → %s".formatted(path, before, after));
      }
    }
    return lines;
  }

  boolean isEmpty() {
    return versions.isEmpty();
  }

  /** The differences, for people. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /**
   * What is to be written.
   *
   * @param validFrom null: it holds for all windows that have not begun
   */
  List<GroupPolicy> versions(Instant validFrom, String author) {
    return versions.stream()
        .map(v -> GroupPolicy.newBuilder(v).setValidFrom(validFrom).setAuthor(author).build())
        .toList();
  }
}
