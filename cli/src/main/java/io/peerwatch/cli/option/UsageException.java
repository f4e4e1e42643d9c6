package io.peerwatch.cli.option;

/** The command was called wrongly: one line that says what to write instead, exit code 2. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
