package io.peerwatch.consumers.feed;

/** The topic to read is not there. */
public final class NoTopicException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoTopicException(String topic, String prefix) {
    super(
        "topic %s doesn't exist: make it with 'peerwatch topics apply --prefix %s'"
            .formatted(topic, prefix));
  }
}
