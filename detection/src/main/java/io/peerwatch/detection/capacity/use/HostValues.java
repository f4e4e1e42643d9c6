package io.peerwatch.detection.capacity.use;

import java.util.Arrays;

/**
 * One value for each judged host, in their order; NaN for a host that does not tell.
 *
 * @param values by host
 * @param weights how much each host counts in the mean, above 0; null for all alike
 */
public record HostValues(double[] values, double[] weights) {

  /** How many hosts tell. */
  public int told() {
    int told = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        told++;
      }
    }
    return told;
  }

  /** Weighted mean over the hosts that tell; NaN when none does. */
  public double mean() {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        double w = weights == null ? 1 : weights[i];
        sum += w * values[i];
        weight += w;
      }
    }
    return sum / weight;
  }

  /** The values of the hosts that tell, sorted. */
  public double[] sorted() {
    double[] told = new double[values.length];
    int size = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        told[size++] = value;
      }
    }
    Arrays.sort(told, 0, size);
    return Arrays.copyOf(told, size);
  }

  /** Standard deviation over mean, each host counting the same; 0 when the mean is 0. */
  public double variation() {
    double[] told = sorted();
    double mean = Arrays.stream(told).sum() / told.length;
    double squares = 0;
    for (double value : told) {
      squares += (value - mean) * (value - mean);
    }
    return mean > 0 ? Math.sqrt(squares / told.length) / mean : 0;
  }

  /** The 95th percentile of sorted values, by nearest rank. */
  static double percentile95(double[] sorted) {
    return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
  }

  static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
