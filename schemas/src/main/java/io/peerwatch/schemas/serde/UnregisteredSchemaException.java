package io.peerwatch.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** A schema that the registry does not have, or does not take, under the topic's subject. */
public final class UnregisteredSchemaException extends SerializationException {
  private static final long serialVersionUID = 1L;

  /** One line that says what to do. */
  public UnregisteredSchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}
