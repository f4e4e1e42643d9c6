package io.peerwatch.local.registry;

import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the {@code _schemas} topic: what the registry knows is the sum of these, in order.
 */
sealed interface RegistryRecord {

  /**
   * A version of a subject's schema.
   *
   * @param version 1, 2, …, in order of registration
   * @param id what messages carry; the same text has the same id under every subject
   * @param schema the canonical text, as the client's parser writes it
   * @param references other subjects' versions that the text builds on
   * @param deleted softly: no longer found by default, still decoded by id
   */
  record SchemaVersion(
      String subject,
      int version,
      int id,
      String schema,
      List<SchemaReference> references,
      boolean deleted)
      implements RegistryRecord {

    public SchemaVersion {
      references = List.copyOf(references);
    }

    SchemaVersion asDeleted() {
      return new SchemaVersion(subject, version, id, schema, references, true);
    }

    boolean hasText(String text, List<SchemaReference> otherReferences) {
      return schema.equals(text) && references.equals(otherReferences);
    }
  }

  /** A version that was deleted for good. */
  record VersionErased(String subject, int version) implements RegistryRecord {}

  /** All versions of the subject up to this one were softly deleted. */
  record SubjectDeleted(String subject, int upToVersion) implements RegistryRecord {}

  /**
   * A compatibility level that was set, or taken back.
   *
   * @param subject empty: the level of all subjects without one of their own
   * @param level as in {@code CompatibilityLevel}; empty: taken back
   */
  record LevelSet(Optional<String> subject, Optional<String> level) implements RegistryRecord {}
}
