package io.peerwatch.proof.evaluate.baseline;

/**
 * Distance from the group's median in median absolute deviations of the same instant, metric by
 * metric, as outlier monitors offer it.
 */
final class MadRule extends MetricScorer {
  @Override
  void score(double[] values, double[] scores) {
    double centre = median(values);
    double spread = spread(values, centre);
    for (int i = 0; i < values.length; i++) {
      scores[i] = ratio(Math.abs(values[i] - centre), spread);
    }
  }
}
