package io.peerwatch.schemas.apply;

/** The cluster answers but will not do it. The message is one line that says what to do. */
public final class TopicsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One line that says what to do. */
  public TopicsException(String message) {
    super(message);
  }

  /** The same, with what was thrown underneath, for logs. */
  public TopicsException(String message, Throwable cause) {
    super(message, cause);
  }
}
