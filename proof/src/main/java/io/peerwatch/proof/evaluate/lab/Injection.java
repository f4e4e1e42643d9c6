package io.peerwatch.proof.evaluate.lab;

/**
 * A fault of one host in windows {@code [from, to)}, counted from the group's first.
 *
 * @param spreads strength in standard deviations of a metric's own noise
 * @param signs by metric: which way it moves; 0 where it shows nothing
 */
public record Injection(
    InjectionKind kind, int host, int from, int to, double spreads, int[] signs) {

  boolean touches(int aHost, int metric, int window) {
    return aHost == host && window >= from && window < to && signs[metric] != 0;
  }

  /** What it adds to the metric, in spreads. */
  double shift(int metric, int window) {
    double done = (window - from + 1.0) / (to - from);
    return switch (kind) {
      case STEP -> signs[metric] * spreads;
      case DROP -> -spreads;
      case LEAK -> signs[metric] * 2 * spreads * done;
      case SPIKE -> signs[metric] * 2 * spreads;
      case FLAP -> (window - from) / 4 % 2 == 0 ? signs[metric] * spreads : 0;
      case STUCK, VARIANCE, LAG, SILENCE, LOST_TRAFFIC -> 0;
    };
  }
}
