package io.peerwatch.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The registry could not be asked: it is down, slow, broken or refuses the login. Never the
 * record's fault, so the record must not be rejected; trying again later may help.
 */
public final class RegistryUnavailableException extends SerializationException {
  private static final long serialVersionUID = 1L;

  /** One line that says what the registry did. */
  public RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
