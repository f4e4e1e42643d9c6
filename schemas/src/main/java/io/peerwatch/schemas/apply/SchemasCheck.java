package io.peerwatch.schemas.apply;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.peerwatch.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Compares the registry's schemas with the catalogue's. */
final class SchemasCheck {
  private final SubjectSchemas subjects;
  private final String prefix;
  private final String applyCommand;
  private final List<String> differences = new ArrayList<>();

  SchemasCheck(SubjectSchemas subjects, String prefix, String applyCommand) {
    this.subjects = subjects;
    this.prefix = prefix;
    this.applyCommand = applyCommand;
  }

  /** One line per difference. */
  List<String> run() {
    for (var spec : Topics.all()) {
      check(spec.subject(prefix), new AvroSchema(spec.schema()));
    }
    return differences;
  }

  private void check(String subject, AvroSchema schema) {
    var versions = subjects.versions(subject);
    if (versions.isEmpty()) {
      say("%s: no schema is registered; run '%s'", subject, applyCommand);
      return;
    }
    checkVersion(subject, schema, Collections.max(versions));
    checkCompatibility(subject);
  }

  private void checkVersion(String subject, AvroSchema schema, int latest) {
    var ours = subjects.versionOf(subject, schema);
    if (ours.isPresent() && ours.getAsInt() < latest) {
      say(
          "%s: version %d is registered, this build has version %d: upgrade it when convenient, they read each other",
          subject, latest, ours.getAsInt());
    } else if (ours.isEmpty() && subjects.compatible(subject, schema)) {
      say(
          "%s: this build's schema is not registered (latest is version %d, compatible); run '%s'",
          subject, latest, applyCommand);
    } else if (ours.isEmpty()) {
      say(
          "%s: this build's schema is not compatible with the registered ones (latest is version %d): another program uses the subject, take another --prefix",
          subject, latest);
    }
  }

  private void checkCompatibility(String subject) {
    var level = subjects.compatibility(subject).orElse("the registry's default");
    if (!level.equals(SubjectSchemas.COMPATIBILITY)) {
      say(
          "%s: compatibility is %s, should be %s; run '%s'",
          subject, level, SubjectSchemas.COMPATIBILITY, applyCommand);
    }
  }

  private void say(String text, Object... values) {
    differences.add(text.formatted(values));
  }
}
