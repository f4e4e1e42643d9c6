package io.peerwatch.schemas.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import javax.net.ssl.SSLException;

/** What a registry's failure means, in one line. */
public final class RegistryFailure {
  private RegistryFailure() {}

  /**
   * What to say when a registry could not be asked.
   *
   * @param registryUrl without credentials
   * @param failure an IOException or RestClientException of Confluent's client
   */
  public static UnreachableException unreachable(String registryUrl, Exception failure) {
    return new UnreachableException(
        line("the schema registry at " + registryUrl, failure), failure);
  }

  /** The same as text, where the address is not at hand. */
  public static String line(Exception failure) {
    return line("the schema registry", failure);
  }

  private static String line(String where, Exception failure) {
    if (failure instanceof RestClientException answer) {
      return where + refusal(answer);
    }
    if (failure instanceof SSLException) {
      return "no TLS with %s (%s): check schema.registry.ssl.truststore.location"
          .formatted(where, Failures.rootLine(failure));
    }
    if (failure instanceof JsonProcessingException) {
      return where + " does not answer as a registry does: check --registry";
    }
    return "%s cannot be reached (%s): start one, for example with 'peerwatch local', or name yours with --registry"
        .formatted(where, Failures.line(failure));
  }

  private static String refusal(RestClientException answer) {
    return switch (answer.getStatus()) {
      case 401, 403 ->
          " refuses the login (HTTP %d): check basic.auth.credentials.source and basic.auth.user.info"
              .formatted(answer.getStatus());
      case 404 -> " does not answer as a registry does (HTTP 404): check --registry";
      default -> " fails (HTTP %d): %s".formatted(answer.getStatus(), Failures.line(answer));
    };
  }
}
