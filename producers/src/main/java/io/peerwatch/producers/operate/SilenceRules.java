package io.peerwatch.producers.operate;

import io.peerwatch.schemas.avro.Silence;
import io.peerwatch.schemas.topics.NamePattern;
import io.peerwatch.schemas.topics.Names;
import java.util.Optional;

/** What a silence has to be. */
final class SilenceRules {
  private SilenceRules() {}

  static Optional<String> problem(Silence silence) {
    if (!Names.isName(silence.getSilenceId())) {
      return Texts.notAName("silence id", silence.getSilenceId());
    }
    if (!NamePattern.isPattern(silence.getGroupPattern())) {
      return notAPattern("group", silence.getGroupPattern());
    }
    if (!NamePattern.isPattern(silence.getHostPattern())) {
      return notAPattern("host", silence.getHostPattern());
    }
    if (!silence.getFrom().isBefore(silence.getTo())) {
      return Optional.of(
          "it ends (%s) no later than it starts (%s)"
              .formatted(silence.getTo(), silence.getFrom()));
    }
    if (silence.getWhy().isBlank()) {
      return Optional.of("say why: others will wonder");
    }
    return Texts.notALine("who", silence.getWho())
        .or(() -> Texts.notALine("why", silence.getWhy()));
  }

  private static Optional<String> notAPattern(String what, String text) {
    return Optional.of(
        "the %s pattern %s must be 1 to 200 of A-Z a-z 0-9 . _ : / - and *"
            .formatted(what, Texts.shown(text)));
  }
}
