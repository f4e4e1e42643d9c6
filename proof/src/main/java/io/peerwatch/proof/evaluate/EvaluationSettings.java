package io.peerwatch.proof.evaluate;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How much is evaluated.
 *
 * @param seed from which every group follows
 * @param hosts sizes of groups
 * @param groups groups of each size; of the largest ones fewer
 * @param budgets false alarms a group and week that every detector is calibrated to, above 0; the
 *     tables that show one budget show {@link #mainBudget()}
 * @param baselines whether others are shown the same groups
 * @param threads that work at the same time
 * @param parts what of the suite, at least one
 * @param workMetric what ours is told to compare hosts at equal work by; null for the dictionary's
 */
public record EvaluationSettings(
    long seed,
    List<Integer> hosts,
    int groups,
    List<Double> budgets,
    boolean baselines,
    int threads,
    Set<EvaluationPart> parts,
    String workMetric) {

  public static final List<Integer> HOSTS = List.of(2, 3, 4, 6, 12, 50);
  public static final List<Double> BUDGETS_QUICK = List.of(3.0);
  public static final List<Double> BUDGETS_FULL = List.of(1.0, 3.0, 7.0);
  public static final int GROUPS_QUICK = 6;
  public static final int GROUPS_FULL = 16;

  private static final int LARGE = 50;
  private static final double MAIN_BUDGET = 3;

  public EvaluationSettings {
    hosts = List.copyOf(hosts);
    budgets = List.copyOf(budgets);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("at least one part must be evaluated");
    }
    parts = Collections.unmodifiableSet(EnumSet.copyOf(parts));
    if (hosts.isEmpty() || hosts.stream().anyMatch(size -> size < 2 || size > 1_000)) {
      throw new IllegalArgumentException("groups must have 2 to 1000 hosts, not " + hosts);
    }
    if (groups < 1) {
      throw new IllegalArgumentException("at least one group of each size must be evaluated");
    }
    if (budgets.isEmpty() || budgets.stream().anyMatch(budget -> !(budget > 0))) {
      throw new IllegalArgumentException("budgets must be above 0, not " + budgets);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread must work, not " + threads);
    }
  }

  /** 3 where it is one of the budgets, else the first. */
  public double mainBudget() {
    return budgets.contains(MAIN_BUDGET) ? MAIN_BUDGET : budgets.get(0);
  }

  /** So that a size of many hosts takes no longer than the others. */
  int groupsOf(int size) {
    return size < LARGE ? groups : Math.max(1, groups / 2);
  }

  /** Groups of each cell of a grid with many cells. */
  int groupsOfCell() {
    return Math.max(1, groups / 2);
  }

  /** The seed of one group; groups of another size, purpose or number have others. */
  long seedOf(String purpose, int size, int number) {
    long mixed = seed * 0x9E3779B97F4A7C15L + purpose.hashCode();
    return (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L + size * 1_000_003L + number;
  }
}
