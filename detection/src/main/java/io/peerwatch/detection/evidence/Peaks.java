package io.peerwatch.detection.evidence;

import java.util.Arrays;

/**
 * Hourly maxima that each stand for a trouble of their own: of neighbours in time only the highest.
 * Those that alerted are told apart, for only some of them may be chance.
 */
final class Peaks {

  /** Both highest first. */
  private final double[] quiet;

  private final double[] alerted;

  private Peaks(double[] quiet, double[] alerted) {
    this.quiet = quiet;
    this.alerted = alerted;
  }

  static Peaks of(BlockMaxima maxima) {
    int[] byTime = maxima.byTime();
    double[] best = new double[byTime.length];
    for (int from = 0, to; from < byTime.length; from = to) {
      double highest = maxima.score(byTime[from]);
      for (to = from + 1; to < byTime.length && apart(maxima, byTime, from, to) == 0; to++) {
        highest = higher(maxima.score(byTime[to]), highest) ? maxima.score(byTime[to]) : highest;
      }
      Arrays.fill(best, from, to, highest);
    }
    double[] quiet = new double[byTime.length];
    double[] alerted = new double[byTime.length];
    int quiets = 0;
    int alerts = 0;
    for (int i = 0; i < byTime.length; i++) {
      double score = maxima.score(byTime[i]);
      if (stands(maxima, byTime, best, i)) {
        if (maxima.isAlerted(byTime[i])) {
          alerted[alerts++] = score;
        } else {
          quiet[quiets++] = score;
        }
      }
    }
    return new Peaks(highestFirst(quiet, quiets), highestFirst(alerted, alerts));
  }

  /** Whether no hour beside it is higher; of equal ones the first stands. */
  private static boolean stands(BlockMaxima maxima, int[] byTime, double[] best, int i) {
    double score = maxima.score(byTime[i]);
    int before = i;
    while (before >= 0 && apart(maxima, byTime, before, i) == 0) {
      before--;
    }
    int after = i;
    while (after < byTime.length && apart(maxima, byTime, i, after) == 0) {
      after++;
    }
    boolean early = before >= 0 && apart(maxima, byTime, before, i) == 1;
    boolean late = after < byTime.length && apart(maxima, byTime, i, after) == 1;
    return !(early && !higher(score, best[before])) && !(late && higher(best[after], score));
  }

  private static long apart(BlockMaxima maxima, int[] byTime, int early, int late) {
    return maxima.blockOf(byTime[late]) - maxima.blockOf(byTime[early]);
  }

  /** In the order of sorting, in which no number is lowest. */
  private static boolean higher(double a, double b) {
    return Double.compare(-a, -b) < 0;
  }

  private static double[] highestFirst(double[] values, int count) {
    double[] sorted = new double[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = -values[i];
    }
    Arrays.sort(sorted);
    for (int i = 0; i < count; i++) {
      sorted[i] = -sorted[i];
    }
    return sorted;
  }

  int alerts() {
    return alerted.length;
  }

  /** How many there are with so many alerts among them. */
  int count(int alerts) {
    return quiet.length + alerts;
  }

  /**
   * The one of a rank, from 0 for the highest.
   *
   * @param alerts how many of those that alerted are among them, the lowest; up to {@link #alerts}
   * @param rank below {@link #count}
   */
  double ranked(int alerts, int rank) {
    int ofQuiet = 0;
    int ofAlerted = alerted.length - alerts;
    for (int i = 0; ; i++) {
      boolean alert =
          ofQuiet == quiet.length
              || (ofAlerted < alerted.length && alerted[ofAlerted] > quiet[ofQuiet]);
      double next = alert ? alerted[ofAlerted++] : quiet[ofQuiet++];
      if (i == rank) {
        return next;
      }
    }
  }
}
