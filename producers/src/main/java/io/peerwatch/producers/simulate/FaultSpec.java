package io.peerwatch.producers.simulate;

/**
 * A fault that befalls one host.
 *
 * @param startMillis when it starts, from the scenario's start; may lie before it
 * @param durationMillis how long it lasts, above 0
 * @param strength how bad it is, 0..1; what that means depends on the kind
 */
public record FaultSpec(
    FaultKind kind,
    String group,
    String host,
    long startMillis,
    long durationMillis,
    double strength) {

  /** When it is over, exclusive, from the scenario's start. */
  long endMillis() {
    return startMillis + durationMillis;
  }

  /** Whether it holds at this moment, told from the scenario's start. */
  boolean activeAt(long millis) {
    return millis >= startMillis && millis < endMillis();
  }

  /** How much of it has passed at a moment of it, 0..1. */
  double progressAt(long millis) {
    return (double) (millis - startMillis) / durationMillis;
  }
}
