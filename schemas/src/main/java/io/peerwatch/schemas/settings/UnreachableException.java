package io.peerwatch.schemas.settings;

/**
 * A broker or a registry that cannot be reached, or lets nobody in. The message is one line for a
 * person: where, why, and what to do.
 */
public final class UnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One line that says where, why, and what to do. */
  public UnreachableException(String message) {
    super(message);
  }

  /** The same, with what was thrown underneath, for logs. */
  public UnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
