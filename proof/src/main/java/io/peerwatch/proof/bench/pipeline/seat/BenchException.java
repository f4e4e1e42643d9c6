package io.peerwatch.proof.bench.pipeline.seat;

/** A benchmark cannot go on; the message is one line. */
public final class BenchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BenchException(String message) {
    super(message);
  }

  public BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
