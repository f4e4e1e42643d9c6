package io.peerwatch.consumers.notify;

/** The topic to read is not there. */
public final class NoTopicException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoTopicException(String topic) {
    super("topic %s doesn't exist: make it with peerwatch topics apply".formatted(topic));
  }
}
