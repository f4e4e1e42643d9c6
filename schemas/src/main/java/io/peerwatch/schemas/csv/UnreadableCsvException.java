package io.peerwatch.schemas.csv;

import java.io.IOException;

/** A file that can't be read as what it should be; the message is one line that says what to do. */
public final class UnreadableCsvException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnreadableCsvException(String message) {
    super(message);
  }
}
