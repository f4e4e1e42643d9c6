package io.peerwatch.schemas.apply;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.peerwatch.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Registers the catalogue's schemas. */
final class SchemasApply {
  private final SubjectSchemas subjects;
  private final SchemaChanges changes;
  private final String prefix;
  private final List<String> done = new ArrayList<>();

  /**
   * Looks at the subjects and makes the changes.
   *
   * @param changes the subjects themselves, or {@link SchemaChanges#NONE}
   */
  SchemasApply(SubjectSchemas subjects, SchemaChanges changes, String prefix) {
    this.subjects = subjects;
    this.changes = changes;
    this.prefix = prefix;
  }

  /** One line per thing done; none if all was there. */
  List<String> run() {
    for (var spec : Topics.all()) {
      apply(spec.subject(prefix), new AvroSchema(spec.schema()));
    }
    return done;
  }

  /** Some registries set compatibility only of subjects that exist; a first schema fits any. */
  private void apply(String subject, AvroSchema schema) {
    if (subjects.versions(subject).isEmpty()) {
      register(subject, schema);
      setCompatibility(subject);
    } else {
      requireOurs(subject, schema);
      setCompatibility(subject);
      register(subject, schema);
    }
  }

  /** Before anything of a subject is changed that may be another program's. */
  private void requireOurs(String subject, AvroSchema schema) {
    if (subjects.versionOf(subject, schema).isEmpty() && !subjects.compatible(subject, schema)) {
      throw new TopicsException(
          "%s: the registry does not take this build's %s, it is not compatible with what is registered: if another program uses the subject, take another --prefix"
              .formatted(subject, schema.rawSchema().getName()));
    }
  }

  private void register(String subject, AvroSchema schema) {
    if (subjects.versionOf(subject, schema).isEmpty()) {
      done.add(subject + ": " + changes.register(subject, schema));
    }
  }

  private void setCompatibility(String subject) {
    var is = subjects.compatibility(subject);
    if (!is.equals(Optional.of(SubjectSchemas.COMPATIBILITY))) {
      changes.setCompatibility(subject);
      done.add("%s: compatibility %s".formatted(subject, SubjectSchemas.COMPATIBILITY));
    }
  }
}
