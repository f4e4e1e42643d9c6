package io.peerwatch.detection.capacity.forecast;

import java.util.Arrays;
import java.util.Comparator;

/** Quantiles, plain and weighted. */
final class Medians {
  private Medians() {}

  /** Linear between the sorted values; of at least one. */
  static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** Values that count differently. */
  record Weighted(double[] values, double[] weights) {

    /** The value with half of the weight below it. */
    double median() {
      Integer[] order = new Integer[values.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
      double half = Arrays.stream(weights).sum() / 2;
      double passed = 0;
      for (int i : order) {
        passed += weights[i];
        if (passed >= half) {
          return values[i];
        }
      }
      return Double.NaN;
    }
  }
}
