package io.peerwatch.local.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.ParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.peerwatch.local.registry.RegistryRecord.LevelSet;
import io.peerwatch.local.registry.RegistryRecord.SchemaVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Levels, and whether a schema keeps them. A level says which of old and new readers must still
 * read which of old and new messages; the check is the client's own.
 */
final class Compatibility {
  static final CompatibilityLevel DEFAULT = CompatibilityLevel.BACKWARD;

  private final SchemaJournal journal;
  private final SchemaParsing parsing;

  Compatibility(SchemaJournal journal, SchemaParsing parsing) {
    this.journal = journal;
    this.parsing = parsing;
  }

  /** The level set for all subjects, or the default. */
  CompatibilityLevel global() {
    return set(Optional.empty()).orElse(DEFAULT);
  }

  /** The subject's own level if it has one, else the global one. */
  CompatibilityLevel of(String subject) {
    return set(Optional.of(subject)).orElseGet(this::global);
  }

  /** Empty if none was set: no subject means the global level. */
  Optional<CompatibilityLevel> set(Optional<String> subject) {
    return journal.schemas().levelOf(subject).map(CompatibilityLevel::forName);
  }

  /** Throws 42203 for a name that is no level. */
  void set(Optional<String> subject, String levelName) {
    CompatibilityLevel level = levelName == null ? null : CompatibilityLevel.forName(levelName);
    if (level == null) {
      throw RegistryException.invalidLevel();
    }
    journal.change(
        () -> {
          journal.write(new LevelSet(subject, Optional.of(level.name)));
          return level;
        });
  }

  /** Takes a level back; returns what it was. Throws 40401 if none was set. */
  CompatibilityLevel unset(Optional<String> subject) {
    return journal.change(
        () -> {
          CompatibilityLevel before =
              set(subject)
                  .or(() -> subject.isEmpty() ? Optional.of(DEFAULT) : Optional.empty())
                  .orElseThrow(() -> RegistryException.subjectNotFound(subject.orElseThrow()));
          journal.write(new LevelSet(subject, Optional.empty()));
          return before;
        });
  }

  /** What speaks against the schema after these versions, oldest first; empty: nothing does. */
  List<String> objections(String subject, ParsedSchema schema, List<SchemaVersion> before) {
    List<ParsedSchemaHolder> earlier = new ArrayList<>();
    for (SchemaVersion version : before) {
      earlier.add(new SimpleParsedSchemaHolder(parsing.parse(version)));
    }
    return schema.isCompatible(of(subject), earlier);
  }
}
