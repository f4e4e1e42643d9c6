package io.peerwatch.producers.agent;

import io.peerwatch.producers.agent.notes.Notes;
import java.util.Optional;

/** Tells when Kafka takes no samples, when it does again, and how many were lost meanwhile. */
final class DeliveryNotes {
  /** One is on its way and one was just added whenever a sample is due and all is well. */
  private static final int WAITING_MIN = 3;

  private final BufferBounds bounds;
  private final Notes notes;
  private boolean away;
  private long told;

  DeliveryNotes(BufferBounds bounds, Notes notes) {
    this.bounds = bounds;
    this.notes = notes;
  }

  /**
   * How it stands.
   *
   * @param undelivered samples that wait
   * @param lost samples that gave way or were refused, so far
   * @param refusal why the first was refused, if one was
   */
  void check(int undelivered, long lost, Optional<String> refusal) {
    if (!away && undelivered >= WAITING_MIN) {
      away = true;
      notes.tell(
          "Kafka takes no samples: they wait here, %,d at most, the oldest giving way"
              .formatted(bounds.samplesMax()));
    }
    if (lost > told && notes.onceAMinute("lost", line(lost, refusal))) {
      told = lost;
    }
    if (away && undelivered < WAITING_MIN) {
      away = false;
      notes.tell(
          "Kafka takes samples again" + (lost == 0 ? "" : ", %,d lost so far".formatted(lost)));
    }
  }

  private String line(long lost, Optional<String> refusal) {
    return "samples lost: %,d, %,d so far%s"
        .formatted(lost - told, lost, refusal.map(why -> "; refused: " + why).orElse(""));
  }
}
