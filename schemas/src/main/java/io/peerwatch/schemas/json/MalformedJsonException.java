package io.peerwatch.schemas.json;

/** A line is not the JSON of such a record; the message says what is wrong, without the line. */
public final class MalformedJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedJsonException(String message) {
    super(message);
  }
}
