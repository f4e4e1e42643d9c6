package io.peerwatch.cli.silence;

import io.peerwatch.cli.operate.Comparing;
import io.peerwatch.cli.operate.Words;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.avro.Silence;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Silences in words. */
final class SilenceWords {
  private static final Duration KEPT = Topics.HOST_ALERTS.retention().orElseThrow();

  private SilenceWords() {}

  static Comparing<Silence> comparing(Map<String, Silence> there) {
    return new Comparing<>(
        Operated.SILENCES, there, s -> "silence " + s.getSilenceId(), SilenceWords::description);
  }

  private static String description(Silence silence) {
    return "groups %s, hosts %s, from %s to %s"
        .formatted(
            silence.getGroupPattern(),
            silence.getHostPattern(),
            Words.of(silence.getFrom()),
            Words.of(silence.getTo()));
  }

  /** Where it stands at an instant: coming, active or expired. */
  static String state(Silence silence, Instant now) {
    if (now.isBefore(silence.getFrom())) {
      return "coming";
    }
    return now.isBefore(silence.getTo()) ? "active" : "expired";
  }

  /** Whether it ended so long ago that no alert is kept that it could cover. */
  static boolean isLongOver(Silence silence) {
    return silence
        .getTo()
        .isBefore(Instant.ofEpochMilli(InstantSource.system().millis()).minus(KEPT));
  }
}
