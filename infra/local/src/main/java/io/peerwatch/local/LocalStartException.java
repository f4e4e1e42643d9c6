package io.peerwatch.local;

/** The local cluster can't start. The message is one line for the user and says what to do. */
public final class LocalStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LocalStartException(String message) {
    super(message);
  }

  public LocalStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
