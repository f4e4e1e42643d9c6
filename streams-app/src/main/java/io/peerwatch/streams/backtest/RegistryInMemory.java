package io.peerwatch.streams.backtest;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;

/**
 * The genuine client's own registry in memory, answering for an unknown id as a server does: what
 * it answers itself would mean a registry that is away.
 */
final class RegistryInMemory extends MockSchemaRegistryClient {
  private static final int NOT_FOUND = 404;
  private static final int SCHEMA_NOT_FOUND = 40403;

  @Override
  public ParsedSchema getSchemaById(int id) throws RestClientException {
    try {
      return super.getSchemaById(id);
    } catch (IOException | RestClientException e) {
      RestClientException unknown =
          new RestClientException("Schema " + id + " not found", NOT_FOUND, SCHEMA_NOT_FOUND);
      unknown.initCause(e);
      throw unknown;
    }
  }
}
