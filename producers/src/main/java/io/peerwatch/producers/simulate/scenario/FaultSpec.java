package io.peerwatch.producers.simulate.scenario;

import java.util.List;

/**
 * A fault that befalls one host. Times are told from the scenario's start.
 *
 * @param startMillis when it starts; may lie before the scenario's start
 * @param durationMillis how long it lasts, above 0
 * @param strength how bad it is; what that means depends on the kind
 * @param rampMillis time over which it grows to its strength; 0: at once
 * @param metrics metrics that it befalls, for kinds that spoil values; empty: all that move
 * @param amountMillis lag: the delay; skewed-clock: how far it runs ahead (behind below 0);
 *     flapping: time from one loss to the next; else without meaning
 * @param driftPerHourMillis skewed-clock: by how much it runs further ahead in an hour
 */
public record FaultSpec(
    FaultKind kind,
    String group,
    String host,
    long startMillis,
    long durationMillis,
    double strength,
    long rampMillis,
    List<String> metrics,
    long amountMillis,
    long driftPerHourMillis) {
  public FaultSpec {
    metrics = List.copyOf(metrics);
  }

  /** A fault at the usual strength of its kind, at once. */
  public static FaultSpec of(
      FaultKind kind, String group, String host, long startMillis, long durationMillis) {
    return new FaultSpec(
        kind,
        group,
        host,
        startMillis,
        durationMillis,
        kind.strengthDefault(),
        0,
        List.of(),
        kind.amountMillisDefault(),
        0);
  }

  /** The same, this strong. */
  public FaultSpec withStrength(double newStrength) {
    return new FaultSpec(
        kind,
        group,
        host,
        startMillis,
        durationMillis,
        newStrength,
        rampMillis,
        metrics,
        amountMillis,
        driftPerHourMillis);
  }

  /** The metrics that show it: those told, else those of its kind. */
  public List<String> shownBy() {
    return metrics.isEmpty() ? kind.metrics() : metrics;
  }

  /** When it is over, exclusive. */
  public long endMillis() {
    return startMillis + durationMillis;
  }

  /** Whether it holds at this moment. */
  public boolean activeAt(long millis) {
    return millis >= startMillis && millis < endMillis();
  }

  /** How much of it has passed at a moment of it, 0..1. */
  public double progressAt(long millis) {
    return (double) (millis - startMillis) / durationMillis;
  }

  /** How strong it is at a moment of it. */
  public double strengthAt(long millis) {
    long since = millis - startMillis;
    return since >= rampMillis ? strength : strength * since / rampMillis;
  }
}
