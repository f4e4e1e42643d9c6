package io.peerwatch.local.registry;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaVersionFetcher;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import io.peerwatch.local.registry.RegistryRecord.SchemaVersion;
import java.util.List;
import java.util.Map;

/** Text to schema, with the client's own parser: what registers here is what clients can read. */
final class SchemaParsing {
  private final AvroSchemaProvider provider = new AvroSchemaProvider();
  private final RegisteredSchemas schemas;

  SchemaParsing(RegisteredSchemas schemas) {
    this.schemas = schemas;
    provider.configure(Map.of("schemaVersionFetcher", new ReferencedVersions()));
  }

  /** Throws 42201 for what isn't Avro, or isn't Avro that the client's parser takes. */
  ParsedSchema parse(RegisterSchemaRequest request, boolean normalize) {
    String type = request.getSchemaType();
    if (type != null && !type.equals(AvroSchema.TYPE)) {
      throw RegistryException.invalidSchema(
          "Invalid schema type %s: the local registry takes %s only"
              .formatted(type, AvroSchema.TYPE));
    }
    if (request.getMetadata() != null || request.getRuleSet() != null) {
      throw RegistryException.invalidSchema("The local registry takes no metadata and no rules");
    }
    if (request.getSchema() == null || request.getSchema().isBlank()) {
      throw RegistryException.invalidSchema("Empty schema");
    }
    return parse(new Schema("", request), normalize);
  }

  ParsedSchema parse(SchemaVersion kept) {
    return parse(RegistryAnswers.schema(kept), false);
  }

  private ParsedSchema parse(Schema schema, boolean normalize) {
    try {
      return provider.parseSchemaOrElseThrow(schema, true, normalize);
    } catch (RuntimeException refused) {
      throw new RegistryException(42201, "Invalid schema: " + refused.getMessage(), refused);
    }
  }

  /** Where the parser finds what a schema builds on. */
  private final class ReferencedVersions implements SchemaVersionFetcher {
    @Override
    public String tenant() {
      return "default";
    }

    /** Null if there is no such version, as the parser wants it. */
    @Override
    public Schema getByVersion(String subject, int version, boolean lookupDeleted) {
      List<SchemaVersion> versions =
          schemas.versions(subject, lookupDeleted ? Include.ALL : Include.LIVE);
      return versions.stream()
          .filter(candidate -> candidate.version() == version)
          .findFirst()
          .map(RegistryAnswers::schema)
          .orElse(null);
    }
  }
}
