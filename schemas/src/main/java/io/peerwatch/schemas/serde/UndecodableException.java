package io.peerwatch.schemas.serde;

import io.peerwatch.schemas.avro.RejectReason;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A value that cannot be read, by its own fault: however often it is tried, it stays so. {@link
 * RegistryUnavailableException} is the other case.
 */
public final class UndecodableException extends SerializationException {
  private static final long serialVersionUID = 1L;

  private final RejectReason reason;

  /** One line that says what is wrong with the value. */
  public UndecodableException(RejectReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The same, with what was thrown underneath. */
  public UndecodableException(RejectReason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** NOT_WIRE_FORMAT, UNKNOWN_SCHEMA, WRONG_TYPE or MALFORMED. */
  public RejectReason reason() {
    return reason;
  }
}
