package io.peerwatch.detection.window;

import java.util.List;
import java.util.Map;

/**
 * What one host measured at one instant, believed.
 *
 * @param timestamp event time in epoch milliseconds
 * @param metrics canonical names, each once; a metric that is missing was not measured. Who gives
 *     the same list again and again (the very same object) saves looking its names up.
 * @param values finite, in the order of the metrics
 */
public record Sample(
    String group, String host, long timestamp, List<String> metrics, double[] values)
    implements Heard {

  public Sample {
    if (metrics.size() != values.length) {
      throw new IllegalArgumentException(
          "%d values of %d metrics".formatted(values.length, metrics.size()));
    }
  }

  /** Of values by metric name. */
  public Sample(String group, String host, long timestamp, Map<String, Double> metrics) {
    this(
        group,
        host,
        timestamp,
        List.copyOf(metrics.keySet()),
        metrics.values().stream().mapToDouble(Double::doubleValue).toArray());
  }
}
