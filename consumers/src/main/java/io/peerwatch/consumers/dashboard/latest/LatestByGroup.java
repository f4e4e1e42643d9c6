package io.peerwatch.consumers.dashboard.latest;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The newest value of each group, up to a number of groups; over it the group whose value is oldest
 * goes. Safe for several threads.
 */
public final class LatestByGroup<V> {
  private final int groupsMax;
  private final Function<V, String> groupOf;
  private final Function<V, Instant> windowEndOf;
  private final Map<String, V> byGroup = new HashMap<>();

  LatestByGroup(int groupsMax, Function<V, String> groupOf, Function<V, Instant> windowEndOf) {
    this.groupsMax = groupsMax;
    this.groupOf = groupOf;
    this.windowEndOf = windowEndOf;
  }

  /** Remembers the value unless a newer one is known. */
  public synchronized void add(V value) {
    byGroup.merge(groupOf.apply(value), value, this::newer);
    if (byGroup.size() > groupsMax) {
      byGroup.values().stream()
          .min(Comparator.comparing(windowEndOf))
          .ifPresent(oldest -> byGroup.remove(groupOf.apply(oldest)));
    }
  }

  public synchronized Optional<V> of(String group) {
    return Optional.ofNullable(byGroup.get(group));
  }

  /** A copy, ordered by group. */
  public synchronized Map<String, V> all() {
    return new TreeMap<>(byGroup);
  }

  private V newer(V known, V offered) {
    return windowEndOf.apply(offered).isBefore(windowEndOf.apply(known)) ? known : offered;
  }
}
