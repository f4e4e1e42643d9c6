package io.peerwatch.schemas.access;

/** The cluster does not let the user do what the command needs. One line that says what to do. */
public final class NotAllowedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotAllowedException(String message) {
    super(message);
  }
}
