package io.peerwatch.streams.run;

/** The application cannot start; the message is one line that says what to do. */
public final class StreamStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StreamStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
