package io.peerwatch.local.registry;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import io.peerwatch.local.registry.RegistryRecord.SchemaVersion;
import java.util.List;
import java.util.Optional;

/** A schema enters a subject, or is found in it. */
final class Registration {
  private final SchemaJournal journal;
  private final SchemaParsing parsing;
  private final Compatibility compatibility;

  Registration(SchemaJournal journal, SchemaParsing parsing, Compatibility compatibility) {
    this.journal = journal;
    this.parsing = parsing;
    this.compatibility = compatibility;
  }

  /**
   * The schema's id, new or not. Throws 42201 for an unusable schema, 409 for one that breaks the
   * subject's level.
   */
  int register(String subject, RegisterSchemaRequest request, boolean normalize) {
    if (request.getId() != null && request.getId() >= 0) {
      throw RegistryException.notPermitted(
          "Subject " + subject + " is not in import mode: ids are given by the registry");
    }
    ParsedSchema schema = parsing.parse(request, normalize);
    return journal.change(
        () ->
            find(subject, schema, Include.LIVE)
                .map(SchemaVersion::id)
                .orElseGet(() -> add(subject, schema, request.getVersion())));
  }

  /** Throws 40401 for an unknown subject, 40403 if the schema isn't among its versions. */
  SchemaVersion lookup(
      String subject, RegisterSchemaRequest request, boolean normalize, Include include) {
    ParsedSchema schema = parsing.parse(request, normalize);
    if (journal.schemas().versions(subject, include).isEmpty()) {
      throw RegistryException.subjectNotFound(subject);
    }
    return find(subject, schema, include).orElseThrow(RegistryException::schemaNotFound);
  }

  private Optional<SchemaVersion> find(String subject, ParsedSchema schema, Include include) {
    return journal.schemas().versions(subject, include).stream()
        .filter(kept -> kept.hasText(schema.canonicalString(), schema.references()))
        .reduce((older, newer) -> newer);
  }

  private int add(String subject, ParsedSchema schema, Integer versionAsked) {
    RegisteredSchemas schemas = journal.schemas();
    List<String> objections =
        compatibility.objections(subject, schema, schemas.versions(subject, Include.LIVE));
    if (!objections.isEmpty()) {
      throw RegistryException.incompatible(subject, objections);
    }
    int version = nextVersion(subject, versionAsked);
    String text = schema.canonicalString();
    int id = schemas.idOf(text, schema.references()).orElseGet(schemas::nextId);
    journal.write(new SchemaVersion(subject, version, id, text, schema.references(), false));
    return id;
  }

  /** Versions deleted softly keep their number. */
  private int nextVersion(String subject, Integer asked) {
    List<SchemaVersion> all = journal.schemas().versions(subject, Include.ALL);
    int next = all.isEmpty() ? 1 : all.get(all.size() - 1).version() + 1;
    if (asked != null && asked > 0 && asked != next) {
      throw RegistryException.invalidSchema(
          "Version %d is not the next one, which is %d".formatted(asked, next));
    }
    return next;
  }
}
