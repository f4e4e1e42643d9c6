package io.peerwatch.streams.feedback;

import io.peerwatch.detection.feedback.RaisedAlert;
import io.peerwatch.detection.feedback.RaisedAlerts;
import io.peerwatch.detection.feedback.Said;
import io.peerwatch.detection.taught.Opinion;
import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.streams.source.DisbelievedException;
import io.peerwatch.streams.source.GroupRules;
import java.time.Duration;

/** What makes decoded feedback believable, and its bridge to what detection hears. */
final class FeedbackRules {
  private static final long DAYS_KEPT = Duration.ofMillis(RaisedAlerts.KEPT_MILLIS).toDays();

  private FeedbackRules() {}

  /** Throws for the first rule that it breaks. */
  static Said check(Feedback feedback, byte[] key, int partition, int partitions)
      throws DisbelievedException {
    GroupRules.checkName(feedback.getGroup(), "group", RejectReason.NO_GROUP);
    GroupRules.checkPlace(feedback.getGroup(), key, partition, partitions);
    if (feedback.getAlertId().isEmpty()) {
      throw invalid("the feedback is on no alert: its alertId is empty");
    }
    GroupRules.checkTime(feedback.getAt());
    Opinion opinion =
        switch (feedback.getKind()) {
          case ACKNOWLEDGED -> Opinion.ACKNOWLEDGED;
          case EXPECTED_CHANGE -> Opinion.EXPECTED_CHANGE;
          case FALSE_ALARM -> Opinion.FALSE_ALARM;
          case UNDONE -> null;
          case UNKNOWN -> throw invalid("the feedback is of no kind that is known here");
        };
    return new Said(feedback.getAlertId(), opinion, feedback.getAt().toEpochMilli());
  }

  /**
   * Throws when the feedback is not about this alert.
   *
   * @param alert null when none is known by its id
   */
  static void checkAbout(Feedback feedback, RaisedAlert alert) throws DisbelievedException {
    String id = GroupRules.shortened(feedback.getAlertId());
    if (alert == null) {
      throw new DisbelievedException(
          RejectReason.UNKNOWN_ALERT,
          "group %s raised no alert %s, or it ended over %d days ago"
              .formatted(feedback.getGroup(), id, DAYS_KEPT));
    }
    if (feedback.getHost() != null && !feedback.getHost().equals(alert.host())) {
      String about = alert.host() == null ? "the whole group" : "host " + alert.host();
      throw invalid(
          "alert %s is about %s, not about host %s"
              .formatted(id, about, GroupRules.shortened(feedback.getHost())));
    }
  }

  private static DisbelievedException invalid(String message) {
    return new DisbelievedException(RejectReason.INVALID_FEEDBACK, message);
  }
}
