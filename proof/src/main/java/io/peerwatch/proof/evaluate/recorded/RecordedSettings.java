package io.peerwatch.proof.evaluate.recorded;

import io.peerwatch.streams.score.Incident;
import java.util.List;

/**
 * What recorded windows are scored against.
 *
 * @param incidents known ones
 * @param fromMillis start of the scored time; thresholds are set on what lies before, epoch
 *     milliseconds
 * @param toMillis its end, exclusive; it ends with the windows if that is earlier
 * @param windowMillis length of a window
 * @param budgets false alarms a group and week
 * @param threads that work at the same time
 * @param workMetric what ours is told to compare hosts at equal work by; null for the dictionary's
 */
public record RecordedSettings(
    List<Incident> incidents,
    long fromMillis,
    long toMillis,
    long windowMillis,
    List<Double> budgets,
    int threads,
    String workMetric) {
  public RecordedSettings {
    incidents = List.copyOf(incidents);
    budgets = List.copyOf(budgets);
  }
}
