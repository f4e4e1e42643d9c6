package io.peerwatch.proof.evaluate.baseline;

import io.peerwatch.detection.window.GroupWindow;
import java.util.Arrays;

/** A rule for one metric at one instant; a host is as odd as its oddest metric. */
abstract class MetricScorer implements HostScorer {

  /**
   * @param values of the reporting hosts
   * @param scores to be filled in the same order
   */
  abstract void score(double[] values, double[] scores);

  @Override
  public void score(GroupWindow window, double[] scores) {
    Arrays.fill(scores, Double.NaN);
    int[] reporting = new int[window.hosts().size()];
    for (int m = 0; m < window.metrics().size(); m++) {
      int count = 0;
      for (int h = 0; h < window.hosts().size(); h++) {
        if (!Double.isNaN(window.hosts().get(h).values()[m])) {
          reporting[count++] = h;
        }
      }
      double[] values = new double[count];
      double[] odd = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = window.hosts().get(reporting[i]).values()[m];
      }
      score(values, odd);
      for (int i = 0; i < count; i++) {
        scores[reporting[i]] = larger(scores[reporting[i]], odd[i]);
      }
    }
  }

  private static double larger(double known, double other) {
    return Double.isNaN(known) || other > known ? other : known;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** Median distance from the centre, made comparable with a standard deviation. */
  static double spread(double[] values, double centre) {
    double[] distances = Arrays.stream(values).map(v -> Math.abs(v - centre)).toArray();
    return 1.4826 * median(distances);
  }

  /** A distance in spreads; 0 where the spread is 0, as products leave such groups unjudged. */
  static double ratio(double distance, double spread) {
    return spread > 0 ? distance / spread : 0;
  }
}
