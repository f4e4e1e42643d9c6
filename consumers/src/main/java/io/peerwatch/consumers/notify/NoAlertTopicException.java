package io.peerwatch.consumers.notify;

/** There is no topic to read alerts from. */
public final class NoAlertTopicException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoAlertTopicException(String topic) {
    super("topic %s doesn't exist: make it with peerwatch topics apply".formatted(topic));
  }
}
