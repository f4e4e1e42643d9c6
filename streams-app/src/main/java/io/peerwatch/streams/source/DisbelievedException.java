package io.peerwatch.streams.source;

import io.peerwatch.schemas.avro.RejectReason;

/** A record that is not believed, with the reason for rejected-records. */
public final class DisbelievedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectReason reason;

  public DisbelievedException(RejectReason reason, String message) {
    // Rejects may come by the million: no stack trace, it would say nothing.
    super(message, null, false, false);
    this.reason = reason;
  }

  public RejectReason reason() {
    return reason;
  }
}
