package io.peerwatch.proof.bench.pipeline.contestant;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Who is far from the median of the group, in spreads. */
final class Outliers {
  private static final double SPREADS_MAX = 5;

  /** Makes the median absolute deviation of normal values their standard deviation. */
  private static final double NORMAL = 1.4826;

  private Outliers() {}

  /** Names of hosts, separated by commas; empty when nobody is apart. */
  static String of(Map<String, HostMean> hosts) {
    double[] means = hosts.values().stream().mapToDouble(HostMean::mean).toArray();
    double median = median(means);
    double spread =
        NORMAL * median(Arrays.stream(means).map(mean -> Math.abs(mean - median)).toArray());
    if (spread == 0) {
      return "";
    }
    return hosts.values().stream()
        .filter(host -> Math.abs(host.mean() - median) > SPREADS_MAX * spread)
        .map(HostMean::host)
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
