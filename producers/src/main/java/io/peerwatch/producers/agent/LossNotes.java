package io.peerwatch.producers.agent;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells of samples that were lost since it last told. */
final class LossNotes {
  private final LongSupplier lost;
  private final Consumer<String> notes;
  private long told;

  LossNotes(LongSupplier lost, Consumer<String> notes) {
    this.lost = lost;
    this.notes = notes;
  }

  void check() {
    long now = lost.getAsLong();
    if (now > told) {
      notes.accept(
          "%,d samples could not be sent and are lost, %,d so far".formatted(now - told, now));
      told = now;
    }
  }
}
