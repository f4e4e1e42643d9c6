package io.peerwatch.schemas.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;

/** What a registry's failure means, in one line. */
public final class RegistryFailure {
  /** What the JDK says of an answer that is no TLS. */
  private static final String NO_TLS_SPOKEN = "Unsupported or unrecognized SSL message";

  /** What it says, in no TLS exception, of a certificate that names another host. */
  private static final String WRONG_HOST = "HTTPS hostname wrong";

  /** What it says when there is no answer at all, as from a TLS port that is asked in clear. */
  private static final String HUNG_UP = "Unexpected end of file";

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
    String line = Failures.rootLine(failure);
    if (line.contains(NO_TLS_SPOKEN)) {
      return "no TLS with %s (%s): if it is an open one, name it as http:// (--registry)"
          .formatted(where, line);
    }
    if (failure instanceof SSLException || line.contains(WRONG_HOST)) {
      return "no TLS with %s (%s): check its certificate and schema.registry.ssl.truststore.location"
          .formatted(where, line);
    }
    if (line.contains(HUNG_UP)) {
      return "%s hangs up (%s): if it speaks TLS, name it as https:// (--registry)"
          .formatted(where, line);
    }
    if (failure instanceof JsonProcessingException) {
      return where + " does not answer as a registry does: check --registry";
    }
    if (failure instanceof SocketTimeoutException) {
      return "%s cannot be reached (%s): check --registry, also whether it is http:// or https://"
          .formatted(where, Failures.line(failure));
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
