package io.peerwatch.local.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.peerwatch.local.registry.RegistryRecord.SchemaVersion;

/** From what is kept to the client's own classes, which know their JSON. */
final class RegistryAnswers {
  private RegistryAnswers() {}

  static Schema schema(SchemaVersion kept) {
    return new Schema(
        kept.subject(),
        kept.version(),
        kept.id(),
        AvroSchema.TYPE,
        kept.references(),
        kept.schema());
  }
}
