package io.peerwatch.detection.metric;

/**
 * What is known of a metric before any value is seen.
 *
 * @param unit UCUM unit, empty when unknown
 * @param family what it is about, such as {@code cpu}; empty when unknown
 * @param floor smallest difference that matters, in the unit (for {@link Transform#PER_CORE} per
 *     core); 0 when unknown, then only {@code relativeFloor} counts
 * @param relativeFloor smallest difference that matters as a ratio of the value, 0..1; the larger
 *     of the two floors holds
 * @param compared whether hosts are compared by it; false for what describes a host, such as its
 *     cores, or only counts time
 */
public record MetricInfo(
    String metric,
    String unit,
    String family,
    Transform transform,
    Worse worse,
    double floor,
    double relativeFloor,
    boolean compared) {

  /** Smallest difference that matters at this value, in the unit. */
  public double floorAt(double value) {
    return Math.max(floor, relativeFloor * Math.abs(value));
  }

  /** Whether a move from expected to observed goes the way that is trouble. */
  public boolean isWorse(double observed, double expected) {
    return switch (worse) {
      case UP -> observed > expected;
      case DOWN -> observed < expected;
      case BOTH -> true;
    };
  }
}
