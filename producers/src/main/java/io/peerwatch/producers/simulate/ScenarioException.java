package io.peerwatch.producers.simulate;

/** A scenario that can't be used; the message is one line with the file and, if known, the line. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ScenarioException(String message) {
    super(message);
  }
}
