package io.peerwatch.detection.laboratory;

import java.util.Set;

/**
 * One fault of one host in windows {@code [from, to)}, counted from the fleet's first window.
 *
 * @param spreads strength in standard deviations of a metric's own noise
 * @param metrics numbers of the metrics that show it
 */
public record Fault(
    FaultKind kind, int host, int from, int to, double spreads, Set<Integer> metrics) {

  boolean touches(int aHost, int metric, int window) {
    return aHost == host && window >= from && window < to && metrics.contains(metric);
  }

  /** What it adds to the metric, in spreads. */
  double shift(int window) {
    double done = (window - from + 1.0) / (to - from);
    return switch (kind) {
      case STEP -> spreads;
      case DROP -> -spreads;
      case LEAK -> 2 * spreads * done;
      case SPIKE -> 2 * spreads;
      case FLAP -> (window - from) / 4 % 2 == 0 ? spreads : 0;
      case STUCK, VARIANCE, LAG, SILENCE -> 0;
    };
  }
}
