package io.peerwatch.proof.evaluate.baseline;

/**
 * Distance from the mean in standard deviations of the same instant, the suspect included, as
 * Envoy's success-rate ejection does; both ways, metric by metric.
 */
final class EnvoyRule extends MetricScorer {
  @Override
  void score(double[] values, double[] scores) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / values.length);
    for (int i = 0; i < values.length; i++) {
      scores[i] = ratio(Math.abs(values[i] - mean), deviation);
    }
  }
}
