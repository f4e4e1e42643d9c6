package io.peerwatch.local.registry;

import java.util.function.Consumer;

/** Where the registry's records are kept, in order. Used by one registry at a time. */
interface SchemaLog extends AutoCloseable {

  /** All records from the first to the last; throws {@link RegistryException} if unreadable. */
  void replay(Consumer<RegistryRecord> reader);

  /**
   * Returns once the record is durable. A {@link RegistryException} leaves it open whether the
   * record was kept.
   */
  void append(RegistryRecord record);

  @Override
  void close();
}
