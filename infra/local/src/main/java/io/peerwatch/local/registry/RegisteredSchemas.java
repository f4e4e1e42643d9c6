package io.peerwatch.local.registry;

import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.peerwatch.local.registry.RegistryRecord.LevelSet;
import io.peerwatch.local.registry.RegistryRecord.SchemaVersion;
import io.peerwatch.local.registry.RegistryRecord.SubjectDeleted;
import io.peerwatch.local.registry.RegistryRecord.VersionErased;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The registry's memory: what the records so far add up to. Safe to read while a record is applied.
 * Questions scan all versions; a local registry holds dozens.
 */
final class RegisteredSchemas {
  private final TreeMap<String, TreeMap<Integer, SchemaVersion>> subjects = new TreeMap<>();
  private final Map<Optional<String>, String> levels = new HashMap<>();
  private int highestId;

  synchronized void apply(RegistryRecord record) {
    if (record instanceof SchemaVersion schema) {
      subjects
          .computeIfAbsent(schema.subject(), unknown -> new TreeMap<>())
          .put(schema.version(), schema);
      highestId = Math.max(highestId, schema.id());
    } else if (record instanceof VersionErased erased) {
      erase(erased);
    } else if (record instanceof SubjectDeleted deleted) {
      versionsOf(deleted.subject())
          .headMap(deleted.upToVersion(), true)
          .replaceAll((version, schema) -> schema.asDeleted());
    } else if (record instanceof LevelSet set) {
      set.level()
          .ifPresentOrElse(l -> levels.put(set.subject(), l), () -> levels.remove(set.subject()));
    }
  }

  /** Never handed out twice, even if the record that was to carry it may not have been kept. */
  synchronized int nextId() {
    highestId++;
    return highestId;
  }

  /** 0 if there is none yet. */
  synchronized int highestId() {
    return highestId;
  }

  /** In order of name; for DELETED_ONLY those without any live version. */
  synchronized List<String> subjects(String prefix, Include include) {
    return subjects.keySet().stream()
        .filter(subject -> subject.startsWith(prefix))
        .filter(subject -> isListed(subject, include))
        .toList();
  }

  /** In order of version; empty if the subject is unknown. */
  synchronized List<SchemaVersion> versions(String subject, Include include) {
    return versionsOf(subject).values().stream().filter(include::takes).toList();
  }

  /** Also versions deleted softly: messages that carry the id must stay readable. */
  synchronized List<SchemaVersion> withId(int id) {
    return all().filter(schema -> schema.id() == id).toList();
  }

  synchronized Optional<Integer> idOf(String text, List<SchemaReference> references) {
    return all()
        .filter(schema -> schema.hasText(text, references))
        .map(SchemaVersion::id)
        .findFirst();
  }

  /** Ids of live schemas that build on this version, in order. */
  synchronized List<Integer> referrers(String subject, int version) {
    return all()
        .filter(Include.LIVE::takes)
        .filter(schema -> refersTo(schema, subject, version))
        .map(SchemaVersion::id)
        .distinct()
        .sorted()
        .toList();
  }

  /** Empty if none was set. */
  synchronized Optional<String> levelOf(Optional<String> subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  private boolean isListed(String subject, Include include) {
    boolean anyLive = versionsOf(subject).values().stream().anyMatch(Include.LIVE::takes);
    return include == Include.ALL || anyLive == (include == Include.LIVE);
  }

  private static boolean refersTo(SchemaVersion schema, String subject, int version) {
    return schema.references().stream()
        .anyMatch(to -> to.getSubject().equals(subject) && to.getVersion() == version);
  }

  private void erase(VersionErased erased) {
    TreeMap<Integer, SchemaVersion> versions = versionsOf(erased.subject());
    versions.remove(erased.version());
    if (versions.isEmpty()) {
      subjects.remove(erased.subject());
    }
  }

  private TreeMap<Integer, SchemaVersion> versionsOf(String subject) {
    return subjects.getOrDefault(subject, new TreeMap<>());
  }

  private Stream<SchemaVersion> all() {
    return subjects.values().stream().flatMap(versions -> versions.values().stream());
  }
}
