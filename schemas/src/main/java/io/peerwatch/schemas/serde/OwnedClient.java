package io.peerwatch.schemas.serde;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Closes the client of a serde that Kafka made; those that were handed in stay open. */
final class OwnedClient {
  private OwnedClient() {}

  /** Null: there is nothing to close. */
  static void close(SchemaRegistryClient client) {
    try {
      if (client != null) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("closing the registry's client", e);
    }
  }
}
