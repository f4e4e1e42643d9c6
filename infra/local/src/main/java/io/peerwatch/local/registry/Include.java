package io.peerwatch.local.registry;

import io.peerwatch.local.registry.RegistryRecord.SchemaVersion;

/** Which versions a question is about, with respect to soft deletion. */
enum Include {
  LIVE,
  ALL,
  DELETED_ONLY;

  boolean takes(SchemaVersion version) {
    return this == ALL || version.deleted() == (this == DELETED_ONLY);
  }
}
