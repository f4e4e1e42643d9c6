package io.peerwatch.cli.feedback;

import io.peerwatch.cli.operate.Words;
import io.peerwatch.producers.operate.Change;
import io.peerwatch.schemas.avro.Feedback;

/** Feedback in words, and as what is to be written. */
final class FeedbackWords {
  private FeedbackWords() {}

  static Change<Feedback> change(Feedback feedback) {
    return Change.put(
        feedback.getGroup(),
        feedback,
        "alert %s: %s, said by %s (%s in %s)"
            .formatted(
                feedback.getAlertId(),
                Words.of(feedback.getKind()),
                feedback.getWho(),
                feedback.getHost() == null ? "the group" : feedback.getHost(),
                feedback.getGroup()));
  }

  /** Whether both say the same of the same alert, at whatever time. */
  static boolean sayTheSame(Feedback one, Feedback other) {
    return one.getAlertId().equals(other.getAlertId())
        && one.getKind() == other.getKind()
        && one.getWho().equals(other.getWho())
        && one.getComment().equals(other.getComment());
  }
}
