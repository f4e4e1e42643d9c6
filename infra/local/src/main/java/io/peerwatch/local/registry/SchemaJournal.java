package io.peerwatch.local.registry;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Memory and log kept in step. One change at a time decides and writes; questions go on meanwhile,
 * also while the log can't be written.
 */
final class SchemaJournal implements AutoCloseable {
  private final SchemaLog log;
  private final RegisteredSchemas schemas = new RegisteredSchemas();
  private final ReentrantLock changing = new ReentrantLock();

  SchemaJournal(SchemaLog log) {
    this.log = log;
    log.replay(schemas::apply);
  }

  RegisteredSchemas schemas() {
    return schemas;
  }

  /** What the change reads stays true until it has written. */
  <T> T change(Supplier<T> change) {
    changing.lock();
    try {
      return change.get();
    } finally {
      changing.unlock();
    }
  }

  /** Durable first, visible second. Only inside a change. */
  void write(RegistryRecord record) {
    if (!changing.isHeldByCurrentThread()) {
      throw new IllegalStateException("written outside a change: " + record);
    }
    log.append(record);
    schemas.apply(record);
  }

  @Override
  public void close() {
    log.close();
  }
}
