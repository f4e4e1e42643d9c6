package io.peerwatch.streams.backtest;

import io.peerwatch.schemas.csv.Label;
import io.peerwatch.streams.score.Incident;
import java.time.Instant;
import java.util.List;

/**
 * What the episodes of a backtest are scored against.
 *
 * @param labels known incidents
 * @param from scores what begins at or after this
 * @param to and before this; after {@code from}
 */
public record ScoreSettings(List<Label> labels, Instant from, Instant to) {
  public ScoreSettings {
    labels = List.copyOf(labels);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "the scored time must end after it starts: from %s, to %s".formatted(from, to));
    }
  }

  /** The labels as scorers take them. */
  public List<Incident> incidents() {
    return labels.stream().map(ScoreSettings::incident).toList();
  }

  private static Incident incident(Label label) {
    return new Incident(
        label.group(),
        label.host(),
        label.start().toEpochMilli(),
        label.end().toEpochMilli(),
        label.metrics(),
        label.kind());
  }
}
