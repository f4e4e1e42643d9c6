package io.peerwatch.detection.evidence;

import java.util.Arrays;

/**
 * The score that a group's own past crosses as often as the budget allows.
 *
 * <pre>
 *   maxima of hours, highest first; one beside a higher one is dropped (one trouble, one maximum)
 *   tail:  an exponential through two ranks q = k / 4 and k = 15 % of the maxima
 *          x(q) + scale · ln((q / weeks) / budget),   scale = (x(q) − x(k)) / ln 4
 *   body:  a Gumbel distribution through the 50 and 85 % quantiles of all hours that didn't alert
 *   threshold: halfway between where body and tail is lower than the tail; else the tail
 * </pre>
 *
 * Troubles that were too small to alert are among the highest maxima, and would raise the threshold
 * until larger ones stay unseen too; the body knows little of them. Hours that alerted are left out
 * of the tail but for twice the budget's worth, because alerts are mostly right. A short past is
 * trusted less: a floor falls while the group is young, at first within a day, for scales and
 * whitening stand on hours and the group's day is not known, then within days.
 */
public final class BudgetThreshold {

  private static final double HOURS_PER_WEEK = 168;
  private static final double SCALE_MIN = 0.25;
  private static final int RANK_MIN = 4;
  private static final double TAIL_SHARE = 0.15;

  /** The scale of the tail that is believed in before there are enough maxima to tell. */
  private static final double YOUNG_SCALE = 0.5;

  /**
   * Alerts are mostly right; so many times the budget's worth of the lowest are taken to be chance.
   */
  private static final double WORTH = 2;

  /** Hours before the body is believed. */
  private static final int BODY_HOURS_MIN = 48;

  private static final double BODY_LOW = 0.5;
  private static final double BODY_HIGH = 0.85;

  private static final double NEWBORN_HALF_LIFE_DAYS = 1;
  private static final double YOUNG_HALF_LIFE_DAYS = 2;

  private final double floor;
  private final double youngFloor;
  private final double newbornFloor;
  private final boolean tempered;

  /**
   * @param floor least threshold ever
   * @param youngFloor what is added to it while little is known; it halves with every two days
   * @param newbornFloor what comes on top in the first hours; it halves with every day
   */
  public BudgetThreshold(double floor, double youngFloor, double newbornFloor) {
    this(floor, youngFloor, newbornFloor, true);
  }

  private BudgetThreshold(double floor, double youngFloor, double newbornFloor, boolean tempered) {
    this.floor = floor;
    this.youngFloor = youngFloor;
    this.newbornFloor = newbornFloor;
    this.tempered = tempered;
  }

  /** The same without the body: where every hour counts, alerts or not, the tail needs no help. */
  public BudgetThreshold ofTailAlone() {
    return new BudgetThreshold(floor, youngFloor, newbornFloor, false);
  }

  /** The threshold for so many alarms a week; never higher than for fewer. */
  public double of(BlockMaxima maxima, double budgetPerWeek) {
    double[] quiet = quiet(maxima);
    double weeks = Math.max(1, quiet.length) / HOURS_PER_WEEK;
    double perAlert = WORTH * maxima.size() / HOURS_PER_WEEK;
    Peaks peaks = Peaks.of(maxima);
    int alerts = (int) Math.min(peaks.alerts(), Math.round(perAlert * budgetPerWeek));
    double lowest = of(peaks, alerts, quiet, weeks, budgetPerWeek);
    for (int fewer = 0; fewer < alerts; fewer++) {
      double smallerBudget = (fewer + 0.5) / perAlert; // the largest that takes in no more
      lowest = Math.min(lowest, of(peaks, fewer, quiet, weeks, smallerBudget));
    }
    return Math.max(floor + youth(7 * weeks), lowest);
  }

  private double of(Peaks peaks, int alerts, double[] quiet, double weeks, double budgetPerWeek) {
    double tail = tail(peaks, alerts, weeks, budgetPerWeek);
    double body = !tempered || quiet.length < BODY_HOURS_MIN ? tail : body(quiet, budgetPerWeek);
    return Math.min(tail, (body + tail) / 2);
  }

  private double youth(double days) {
    return youngFloor * StrictMath.pow(0.5, days / YOUNG_HALF_LIFE_DAYS)
        + newbornFloor * StrictMath.pow(0.5, days / NEWBORN_HALF_LIFE_DAYS);
  }

  /** Scores of the hours that did not alert, lowest first. */
  private static double[] quiet(BlockMaxima maxima) {
    double[] quiet = new double[maxima.size()];
    int hours = 0;
    for (int i = 0; i < maxima.size(); i++) {
      if (!maxima.isAlerted(i)) {
        quiet[hours++] = maxima.score(i);
      }
    }
    quiet = Arrays.copyOf(quiet, hours);
    Arrays.sort(quiet);
    return quiet;
  }

  private static double tail(Peaks peaks, int alerts, double weeks, double budgetPerWeek) {
    int n = peaks.count(alerts);
    if (n < 2 * RANK_MIN) {
      double highest = n == 0 ? 0 : peaks.ranked(alerts, 0);
      return highest + YOUNG_SCALE * StrictMath.log(1 / (budgetPerWeek * weeks));
    }
    int k = Math.min(n - 1, Math.max(2 * RANK_MIN, (int) (n * TAIL_SHARE)));
    int q = k / 4;
    double high = peaks.ranked(alerts, q - 1);
    double apart = (high - peaks.ranked(alerts, k - 1)) / StrictMath.log((double) k / q);
    return high + Math.max(SCALE_MIN, apart) * StrictMath.log(q / weeks / budgetPerWeek);
  }

  private static double body(double[] lowestFirst, double budgetPerWeek) {
    double low = lowestFirst[(int) (BODY_LOW * lowestFirst.length)];
    double high = lowestFirst[(int) (BODY_HIGH * lowestFirst.length)];
    double scale = (high - low) / (gumbel(BODY_HIGH) - gumbel(BODY_LOW));
    double wanted = Math.max(BODY_LOW, 1 - budgetPerWeek / HOURS_PER_WEEK);
    return low + Math.max(SCALE_MIN, scale) * (gumbel(wanted) - gumbel(BODY_LOW));
  }

  /** Quantile of the standard Gumbel distribution, that of maxima of light tails. */
  private static double gumbel(double share) {
    return -StrictMath.log(-StrictMath.log(share));
  }
}
