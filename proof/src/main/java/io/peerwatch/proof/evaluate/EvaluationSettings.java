package io.peerwatch.proof.evaluate;

import java.util.List;

/**
 * How much is evaluated.
 *
 * @param seed from which every group follows
 * @param hosts sizes of groups
 * @param groups groups of each size; of the largest ones fewer
 * @param falseAlarmsPerWeek budget of every detector, above 0
 * @param baselines whether others are shown the same groups
 */
public record EvaluationSettings(
    long seed, List<Integer> hosts, int groups, double falseAlarmsPerWeek, boolean baselines) {

  public static final List<Integer> HOSTS = List.of(3, 4, 6, 12, 50);
  public static final int GROUPS = 6;
  public static final double FALSE_ALARMS_PER_WEEK = 3;
  private static final int LARGE = 50;

  public EvaluationSettings {
    hosts = List.copyOf(hosts);
    if (hosts.isEmpty() || hosts.stream().anyMatch(size -> size < 2 || size > 1_000)) {
      throw new IllegalArgumentException("groups must have 2 to 1000 hosts, not " + hosts);
    }
    if (groups < 1) {
      throw new IllegalArgumentException("at least one group of each size must be evaluated");
    }
  }

  /** So that a size of many hosts takes no longer than the others. */
  int groupsOf(int size) {
    return size < LARGE ? groups : Math.max(1, groups / 2);
  }

  /** The seed of one group; groups of another size, purpose or number have others. */
  long seedOf(String purpose, int size, int number) {
    long mixed = seed * 0x9E3779B97F4A7C15L + purpose.hashCode();
    return (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L + size * 1_000_003L + number;
  }
}
