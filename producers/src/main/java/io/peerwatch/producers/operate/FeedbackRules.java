package io.peerwatch.producers.operate;

import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.avro.FeedbackKind;
import io.peerwatch.schemas.topics.Names;
import java.time.Instant;
import java.util.Optional;

/** What feedback has to be. */
final class FeedbackRules {
  private FeedbackRules() {}

  static Optional<String> problem(Feedback feedback) {
    if (feedback.getAlertId().isBlank()) {
      return Optional.of("it names no alert: alertId is empty");
    }
    if (!Names.isName(feedback.getGroup())) {
      return Texts.notAName("group", feedback.getGroup());
    }
    if (feedback.getHost() != null && !Names.isName(feedback.getHost())) {
      return Texts.notAName("host", feedback.getHost());
    }
    if (feedback.getKind() == FeedbackKind.UNKNOWN) {
      return Optional.of("kind must be ACKNOWLEDGED, FALSE_ALARM, EXPECTED_CHANGE or UNDONE");
    }
    if (!feedback.getAt().isAfter(Instant.EPOCH)) {
      return Optional.of("it does not say when: at is 0");
    }
    return Texts.notALine("alertId", feedback.getAlertId())
        .or(() -> Texts.notALine("who", feedback.getWho()));
  }
}
