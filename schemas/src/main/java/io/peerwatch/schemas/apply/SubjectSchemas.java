package io.peerwatch.schemas.apply;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.peerwatch.schemas.released.Compatibility;
import io.peerwatch.schemas.settings.Failures;
import io.peerwatch.schemas.settings.RegistryFailure;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The schemas of a registry, subject by subject: asks, registers, sets compatibility. */
final class SubjectSchemas implements SchemaChanges {

  /** Any version reads any other: producers and consumers may be upgraded in any order. */
  static final String COMPATIBILITY = CompatibilityLevel.FULL_TRANSITIVE.name;

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final SchemaRegistryClient client;
  private final String registryUrl;

  SubjectSchemas(SchemaRegistryClient client, String registryUrl) {
    this.client = client;
    this.registryUrl = registryUrl;
  }

  /** What the registry does and may refuse. */
  private interface Call<T> {
    T run() throws IOException, RestClientException;
  }

  /** All versions there are; empty if the subject does not exist. */
  List<Integer> versions(String subject) {
    return ask(() -> client.getAllVersions(subject)).orElse(List.of());
  }

  /** The version that is this very schema; empty if there is none. */
  OptionalInt versionOf(String subject, AvroSchema schema) {
    var known = ask(() -> client.getId(subject, schema)).isPresent();
    return known ? OptionalInt.of(version(subject, schema)) : OptionalInt.empty();
  }

  private int version(String subject, AvroSchema schema) {
    return ask(() -> client.getVersion(subject, schema)).orElseThrow();
  }

  /** The level set for the subject itself; empty if the registry's own applies. */
  Optional<String> compatibility(String subject) {
    return ask(() -> client.getCompatibility(subject));
  }

  @Override
  public void setCompatibility(String subject) {
    if (ask(() -> updateCompatibility(subject)).isEmpty()) {
      throw new TopicsException(
          subject + ": the registry does not let the compatibility of a subject be set");
    }
  }

  /** Not every registry repeats the level in its answer. */
  private String updateCompatibility(String subject) throws IOException, RestClientException {
    client.updateCompatibility(subject, COMPATIBILITY);
    return COMPATIBILITY;
  }

  /**
   * Whether the registry would take the schema as a new version. Its client asks about the latest
   * version only, so the older ones are looked at here.
   */
  boolean compatible(String subject, AvroSchema schema) {
    return ask(() -> client.testCompatibility(subject, schema)).orElse(true)
        && versions(subject).stream().allMatch(version -> compatible(subject, version, schema));
  }

  private boolean compatible(String subject, int version, AvroSchema schema) {
    return ask(() -> parsed(client.getByVersion(subject, version, false)))
        .filter(AvroSchema.class::isInstance)
        .map(other -> List.of(((AvroSchema) other).rawSchema()))
        .map(other -> Compatibility.breaks(schema.rawSchema(), other).isEmpty())
        .orElse(false);
  }

  /** Null if it is of a kind that this client does not know. */
  private ParsedSchema parsed(Schema registered) {
    return client
        .parseSchema(registered.getSchemaType(), registered.getSchema(), registered.getReferences())
        .orElse(null);
  }

  @Override
  public String register(String subject, AvroSchema schema) {
    try {
      int id = ask(() -> client.register(subject, schema)).orElseThrow();
      return "registered %s, id %d".formatted(schema.rawSchema().getName(), id);
    } catch (TopicsException e) {
      throw new TopicsException(
          "%s: the registry does not take this build's %s: %s"
              .formatted(subject, schema.rawSchema().getName(), e.getMessage()),
          e);
    }
  }

  /** Empty if there is no such thing. */
  private <T> Optional<T> ask(Call<T> call) {
    try {
      return Optional.ofNullable(call.run());
    } catch (RestClientException e) {
      return switch (e.getStatus()) {
        case NOT_FOUND -> Optional.empty();
        case CONFLICT, UNPROCESSABLE -> throw new TopicsException(Failures.line(e), e);
        default -> throw RegistryFailure.unreachable(registryUrl, e);
      };
    } catch (IOException e) {
      throw RegistryFailure.unreachable(registryUrl, e);
    }
  }
}
