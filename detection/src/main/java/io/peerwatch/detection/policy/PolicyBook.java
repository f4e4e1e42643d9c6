package io.peerwatch.detection.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every version of every policy, in the order in which they were written; it never changes, {@link
 * #with} makes a new one.
 *
 * <p>For a window that starts at t a pattern's version <em>in force</em> is the one that was
 * written last among those with {@code validFrom ≤ t}. Those whose pattern matches a group are laid
 * over one another field by field: {@code *} first, then by order, then by pattern.
 */
public final class PolicyBook {

  public static final PolicyBook EMPTY = new PolicyBook(List.of());

  private static final Comparator<PolicyVersion> LOWEST_FIRST =
      Comparator.comparing((PolicyVersion v) -> !v.pattern().equals(PolicyVersion.EVERY_GROUP))
          .thenComparingInt(PolicyVersion::order)
          .thenComparing(PolicyVersion::pattern);

  private final List<PolicyVersion> written;

  private PolicyBook(List<PolicyVersion> written) {
    this.written = written;
  }

  /** This and one more version. */
  public PolicyBook with(PolicyVersion version) {
    List<PolicyVersion> more = new ArrayList<>(written);
    more.add(version);
    return new PolicyBook(List.copyOf(more));
  }

  /** Versions in force for a group's window that starts at that time, the lowest first. */
  public List<PolicyVersion> inForce(String group, long windowStart) {
    TreeMap<String, PolicyVersion> byPattern = new TreeMap<>();
    for (PolicyVersion version : written) {
      if (version.validFrom() <= windowStart && version.matches(group)) {
        byPattern.put(version.pattern(), version);
      }
    }
    return byPattern.values().stream()
        .filter(version -> !version.policy().isEmpty())
        .sorted(LOWEST_FIRST)
        .toList();
  }

  /** What they say together. */
  public Policy policyOf(String group, long windowStart) {
    Policy policy = Policy.NONE;
    for (PolicyVersion version : inForce(group, windowStart)) {
      policy = version.policy().over(policy);
    }
    return policy;
  }

  /** When what is said of a group may change. */
  SortedSet<Long> changesOf(String group) {
    SortedSet<Long> times = new TreeSet<>();
    for (PolicyVersion version : written) {
      if (version.matches(group)) {
        times.add(version.validFrom());
      }
    }
    return times;
  }
}
