package io.peerwatch.local.registry;

import io.peerwatch.local.registry.RegistryRecord.SchemaVersion;
import java.util.List;

/** A version as addresses name it: a number from 1, or {@code latest} (also {@code -1}). */
record VersionNumber(int number) {
  private static final int LATEST = -1;

  static VersionNumber parse(String text) {
    if (text.equals("latest") || text.equals("-1")) {
      return new VersionNumber(LATEST);
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= 1) {
        return new VersionNumber(number);
      }
    } catch (NumberFormatException noNumber) {
      throw RegistryException.invalidVersion(text);
    }
    throw RegistryException.invalidVersion(text);
  }

  boolean isLatest() {
    return number == LATEST;
  }

  /** Throws 40401 if there are none at all, 40402 if this one isn't among them. */
  SchemaVersion in(List<SchemaVersion> versions, String subject) {
    if (versions.isEmpty()) {
      throw RegistryException.subjectNotFound(subject);
    }
    if (isLatest()) {
      return versions.get(versions.size() - 1);
    }
    return versions.stream()
        .filter(candidate -> candidate.version() == number)
        .findFirst()
        .orElseThrow(() -> RegistryException.versionNotFound(number));
  }
}
