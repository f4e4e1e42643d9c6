package io.peerwatch.schemas.reach;

import static io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS;
import static io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.settings.RegistryFailure;
import io.peerwatch.schemas.settings.RegistryUrl;
import java.io.IOException;
import java.time.Duration;

/** One question to a registry: which subjects are there? */
final class RegistryCall {
  private RegistryCall() {}

  static void ask(ConnectionSettings settings, Duration timeout) {
    try (var client = Registries.connect(impatient(settings, timeout))) {
      client.getAllSubjects();
    } catch (IOException | RestClientException e) {
      throw RegistryFailure.unreachable(settings.registryUrl(), e);
    }
  }

  /** Each URL gets its part of the time, so that the last one is still asked. */
  private static java.util.Map<String, Object> impatient(
      ConnectionSettings settings, Duration timeout) {
    var properties = settings.registryClient();
    int urls = RegistryUrl.split(settings.registryUrl()).size();
    int millis = (int) Math.max(1, timeout.toMillis() * 9 / 10 / urls / 2);
    properties.put(HTTP_CONNECT_TIMEOUT_MS, millis);
    properties.put(HTTP_READ_TIMEOUT_MS, millis);
    return properties;
  }
}
