package io.peerwatch.consumers.feed;

import java.time.Duration;

/** A topic could not be read to its end: the broker or the registry went silent. */
public final class StalledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StalledException(String topic, Duration patience) {
    super(
        "topic %s could not be read to its end: nothing came for %d s; check the broker and the registry"
            .formatted(topic, patience.toSeconds()));
  }
}
