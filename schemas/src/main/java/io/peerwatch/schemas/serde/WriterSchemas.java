package io.peerwatch.schemas.serde;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.settings.Failures;
import io.peerwatch.schemas.settings.RegistryFailure;
import java.io.IOException;
import java.util.Set;
import org.apache.avro.Schema;

/** The schemas that values were written with, by their ids in the registry. */
final class WriterSchemas {
  /** Subject or schema not found. A bare 404 would rather mean that this is no registry. */
  private static final Set<Integer> NOT_FOUND = Set.of(40401, 40403);

  /** How Confluent's client begins its line when the registry's answer is no Avro schema. */
  private static final String NO_AVRO = "Invalid schema";

  private final SchemaRegistryClient client;

  WriterSchemas(SchemaRegistryClient client) {
    this.client = client;
  }

  /**
   * The schema of the id.
   *
   * @throws UndecodableException UNKNOWN_SCHEMA if the registry says that there is none, WRONG_TYPE
   *     if it is not an Avro schema
   * @throws RegistryUnavailableException if the registry does not say
   */
  Schema of(int id) {
    ParsedSchema parsed = ask(id);
    if (parsed.rawSchema() instanceof Schema schema) {
      return schema;
    }
    throw notAvro(id);
  }

  private ParsedSchema ask(int id) {
    try {
      return client.getSchemaById(id);
    } catch (RestClientException e) {
      if (NOT_FOUND.contains(e.getErrorCode())) {
        throw new UndecodableException(
            RejectReason.UNKNOWN_SCHEMA, "the registry does not know schema id " + id, e);
      }
      throw new RegistryUnavailableException(RegistryFailure.line(e), e);
    } catch (IOException e) {
      if (Failures.line(e).startsWith(NO_AVRO)) {
        throw notAvro(id);
      }
      throw new RegistryUnavailableException(RegistryFailure.line(e), e);
    }
  }

  private static UndecodableException notAvro(int id) {
    return new UndecodableException(
        RejectReason.WRONG_TYPE, "schema id %d is not an Avro schema".formatted(id));
  }
}
