package io.peerwatch.proof.evaluate.baseline;

import java.util.Arrays;
import java.util.Comparator;

/**
 * DBSCAN over one metric at one instant, as outlier monitors offer it: a host's score is the
 * smallest ε, in median absolute deviations, at which it is in the cluster of the group's median.
 * In one dimension that is the widest gap between it and the median (Ester and others, KDD 1996).
 */
final class DbscanRule extends MetricScorer {
  @Override
  void score(double[] values, double[] scores) {
    int n = values.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double spread = spread(values, median(values));
    walk(values, scores, order, spread, 1);
    walk(values, scores, order, spread, -1);
  }

  private static void walk(
      double[] values, double[] scores, Integer[] order, double spread, int step) {
    double widest = 0;
    for (int i = (order.length - 1) / 2 + step; i >= 0 && i < order.length; i += step) {
      widest = Math.max(widest, Math.abs(values[order[i]] - values[order[i - step]]));
      scores[order[i]] = ratio(widest, spread);
    }
  }
}
