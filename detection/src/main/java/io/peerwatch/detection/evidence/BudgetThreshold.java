package io.peerwatch.detection.evidence;

import java.util.Arrays;

/**
 * The score that a group's own past crosses as often as the budget allows.
 *
 * <pre>
 *   maxima of hours, highest first, an hour beside a higher one dropped (one trouble, one maximum)
 *   the rank where  rank / weeks = budget  when the past is long enough; beyond it an
 *   exponential tail:  θ = x(k) + scale · ln((k / weeks) / budget)
 *   scale from two ranks:  (x(k/4) − x(k)) / ln 4
 * </pre>
 *
 * Hours that alerted are left out but for the budget's worth, because alerts are mostly right; a
 * short past is trusted less.
 */
public final class BudgetThreshold {

  private static final double HOURS_PER_WEEK = 168;
  private static final double SCALE_MIN = 0.25;
  private static final int RANK_MIN = 4;

  /** The scale of the tail that is believed in before there are enough maxima to tell. */
  private static final double YOUNG_SCALE = 0.5;

  private final double floor;
  private final double youngFloor;

  /**
   * @param floor least threshold ever
   * @param youngFloor what is added to it while nothing is known; it halves with every two days
   */
  public BudgetThreshold(double floor, double youngFloor) {
    this.floor = floor;
    this.youngFloor = youngFloor;
  }

  /** The threshold for so many alarms a week. */
  public double of(BlockMaxima maxima, double budgetPerWeek) {
    double[] kept = declustered(maxima, budgetPerWeek);
    double weeks = Math.max(1, kept.length) / HOURS_PER_WEEK;
    double hours = usedHours;
    if (hours > 0) {
      weeks = hours / HOURS_PER_WEEK;
    }
    double young = floor + youngFloor * StrictMath.pow(0.5, weeks * 7 / 2);
    int n = kept.length;
    if (n < 2 * RANK_MIN) {
      double highest = n == 0 ? 0 : kept[0];
      return Math.max(young, highest + YOUNG_SCALE * StrictMath.log(1 / (budgetPerWeek * weeks)));
    }
    int k = Math.min(n - 1, Math.max(2 * RANK_MIN, (int) (n * 0.15)));
    int q = k / 4;
    double xk = kept[k - 1];
    double xq = kept[q - 1];
    double scale = Math.max(SCALE_MIN, (xq - xk) / StrictMath.log((double) k / q));
    double tail = xq + scale * StrictMath.log(q / weeks / budgetPerWeek);
    return Math.max(young, tail);
  }

  private int usedHours;

  private double[] declustered(BlockMaxima maxima, double budgetPerWeek) {
    int n = maxima.size();
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> {
          int byScore = Double.compare(maxima.score(b), maxima.score(a));
          return byScore != 0 ? byScore : Long.compare(maxima.blockOf(a), maxima.blockOf(b));
        });
    double weeks = n / HOURS_PER_WEEK;
    java.util.Set<Long> taken = new java.util.HashSet<>();
    java.util.List<Double> quiet = new java.util.ArrayList<>();
    java.util.List<Double> alerted = new java.util.ArrayList<>();
    int hours = 0;
    for (int i : order) {
      long block = maxima.blockOf(i);
      boolean dependent = taken.contains(block - 1) || taken.contains(block + 1);
      taken.add(block);
      if (!maxima.isAlerted(i)) {
        hours++;
      }
      if (!dependent) {
        (maxima.isAlerted(i) ? alerted : quiet).add(maxima.score(i));
      }
    }
    usedHours = hours;
    int worth = (int) Math.min(alerted.size(), Math.round(budgetPerWeek * weeks));
    quiet.addAll(alerted.subList(alerted.size() - worth, alerted.size()));
    quiet.sort(java.util.Comparator.reverseOrder());
    return quiet.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
