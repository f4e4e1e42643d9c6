package io.peerwatch.detection.capacity.fit;

/**
 * Requests per second of a unit at which a level is reached, or why that is not known.
 *
 * @param requests NaN when not known
 * @param error its standard error; NaN when not known
 * @param reason empty when known
 */
record Carried(double requests, double error, String reason) {

  static Carried unknown(String reason) {
    return new Carried(Double.NaN, Double.NaN, reason);
  }

  boolean known() {
    return Double.isFinite(requests);
  }
}
