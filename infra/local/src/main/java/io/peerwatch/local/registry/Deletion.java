package io.peerwatch.local.registry;

import io.peerwatch.local.registry.RegistryRecord.LevelSet;
import io.peerwatch.local.registry.RegistryRecord.SchemaVersion;
import io.peerwatch.local.registry.RegistryRecord.SubjectDeleted;
import io.peerwatch.local.registry.RegistryRecord.VersionErased;
import java.util.List;
import java.util.Optional;

/**
 * Versions leave in two steps: softly, so that messages stay readable by id, and then for good. No
 * version leaves while a live schema builds on it.
 */
final class Deletion {
  private final SchemaJournal journal;

  Deletion(SchemaJournal journal) {
    this.journal = journal;
  }

  /** The versions that left. */
  List<Integer> deleteSubject(String subject, boolean forGood) {
    return journal.change(() -> forGood ? eraseSubject(subject) : hideSubject(subject));
  }

  /** The version that left. */
  int deleteVersion(String subject, VersionNumber version, boolean forGood) {
    return journal.change(
        () -> {
          SchemaVersion kept = version.in(versions(subject, version, forGood), subject);
          requireUnreferenced(kept);
          return forGood ? eraseVersion(kept) : hideVersion(kept);
        });
  }

  /** The latest to delete softly is the latest live one. */
  private List<SchemaVersion> versions(String subject, VersionNumber version, boolean forGood) {
    Include include = version.isLatest() && !forGood ? Include.LIVE : Include.ALL;
    return journal.schemas().versions(subject, include);
  }

  private int hideVersion(SchemaVersion kept) {
    if (kept.deleted()) {
      throw RegistryException.versionDeletedBefore(kept.subject(), kept.version());
    }
    journal.write(kept.asDeleted());
    if (journal.schemas().versions(kept.subject(), Include.LIVE).isEmpty()) {
      forgetLevel(kept.subject());
    }
    return kept.version();
  }

  private int eraseVersion(SchemaVersion kept) {
    if (!kept.deleted()) {
      throw RegistryException.versionNotDeletedBefore(kept.subject(), kept.version());
    }
    journal.write(new VersionErased(kept.subject(), kept.version()));
    return kept.version();
  }

  private List<Integer> hideSubject(String subject) {
    requireKnown(subject);
    List<SchemaVersion> live = journal.schemas().versions(subject, Include.LIVE);
    if (live.isEmpty()) {
      throw RegistryException.subjectDeletedBefore(subject);
    }
    live.forEach(this::requireUnreferenced);
    journal.write(new SubjectDeleted(subject, live.get(live.size() - 1).version()));
    forgetLevel(subject);
    return live.stream().map(SchemaVersion::version).toList();
  }

  private List<Integer> eraseSubject(String subject) {
    List<SchemaVersion> all = requireKnown(subject);
    if (all.stream().anyMatch(Include.LIVE::takes)) {
      throw RegistryException.subjectNotDeletedBefore(subject);
    }
    all.forEach(this::requireUnreferenced);
    all.forEach(kept -> journal.write(new VersionErased(subject, kept.version())));
    return all.stream().map(SchemaVersion::version).toList();
  }

  private List<SchemaVersion> requireKnown(String subject) {
    List<SchemaVersion> all = journal.schemas().versions(subject, Include.ALL);
    if (all.isEmpty()) {
      throw RegistryException.subjectNotFound(subject);
    }
    return all;
  }

  private void requireUnreferenced(SchemaVersion kept) {
    if (!journal.schemas().referrers(kept.subject(), kept.version()).isEmpty()) {
      throw RegistryException.referenced(kept.subject(), kept.version());
    }
  }

  /** A subject made anew starts with the global level. */
  private void forgetLevel(String subject) {
    if (journal.schemas().levelOf(Optional.of(subject)).isPresent()) {
      journal.write(new LevelSet(Optional.of(subject), Optional.empty()));
    }
  }
}
