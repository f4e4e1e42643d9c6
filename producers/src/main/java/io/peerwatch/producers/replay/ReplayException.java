package io.peerwatch.producers.replay;

/** A replay that makes no sense; the message is one line that says what to do instead. */
public final class ReplayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReplayException(String message) {
    super(message);
  }
}
