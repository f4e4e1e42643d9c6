package io.peerwatch.schemas.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.peerwatch.schemas.settings.Failures;
import io.peerwatch.schemas.settings.RegistryFailure;
import io.peerwatch.schemas.topics.RegisteredForm;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** A writer for each schema under each subject, whose id the registry is asked for once. */
final class ValueWriters {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final SchemaRegistryClient client;
  private final boolean autoRegister;
  private final Map<SubjectSchema, ValueWriter> writers = new ConcurrentHashMap<>();

  ValueWriters(SchemaRegistryClient client, boolean autoRegister) {
    this.client = client;
    this.autoRegister = autoRegister;
  }

  private record SubjectSchema(String subject, Schema schema) {}

  /**
   * The writer of that schema's values; a failure is not remembered.
   *
   * @throws UnregisteredSchemaException if the registry does not have the schema
   * @throws RegistryUnavailableException if the registry cannot be asked
   */
  ValueWriter of(String subject, Schema schema) {
    var key = new SubjectSchema(subject, schema);
    var known = writers.get(key);
    if (known != null) {
      return known;
    }
    var writer = new ValueWriter(ask(subject, schema), schema);
    writers.put(key, writer);
    return writer;
  }

  private int ask(String subject, Schema schema) {
    var registered = new AvroSchema(RegisteredForm.of(schema));
    try {
      return autoRegister
          ? client.register(subject, registered)
          : client.getId(subject, registered);
    } catch (RestClientException e) {
      throw refused(subject, schema, e);
    } catch (IOException e) {
      throw new RegistryUnavailableException(RegistryFailure.line(e), e);
    }
  }

  private static RuntimeException refused(String subject, Schema schema, RestClientException e) {
    return switch (e.getStatus()) {
      case NOT_FOUND ->
          new UnregisteredSchemaException(
              "the registry has no schema of %s under %s: run 'peerwatch topics apply'"
                  .formatted(schema.getName(), subject),
              e);
      case CONFLICT, UNPROCESSABLE ->
          new UnregisteredSchemaException(
              "the registry does not take this version of %s under %s (%s): run 'peerwatch topics check'"
                  .formatted(schema.getName(), subject, Failures.line(e)),
              e);
      default -> new RegistryUnavailableException(RegistryFailure.line(e), e);
    };
  }
}
