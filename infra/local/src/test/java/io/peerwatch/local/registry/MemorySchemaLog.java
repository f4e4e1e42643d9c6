package io.peerwatch.local.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A log in memory that keeps bytes, as the topic does, and can be compacted or made to fail. */
final class MemorySchemaLog implements SchemaLog {
  private final List<RecordFormat.Encoded> entries = new ArrayList<>();
  private boolean failing;

  @Override
  public synchronized void replay(Consumer<RegistryRecord> reader) {
    for (RecordFormat.Encoded entry : entries) {
      try {
        RecordFormat.decode(entry.key(), entry.value()).ifPresent(reader);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  @Override
  public synchronized void append(RegistryRecord record) {
    if (failing) {
      throw RegistryException.logFailed("testing", null);
    }
    entries.add(RecordFormat.encode(record));
  }

  @Override
  public void close() {}

  synchronized void failWrites(boolean fail) {
    failing = fail;
  }

  synchronized int size() {
    return entries.size();
  }

  /** What a broker's cleaner may leave: the last entry of each key, tombstones gone, in order. */
  synchronized void compact() {
    Map<String, RecordFormat.Encoded> last = new LinkedHashMap<>();
    for (RecordFormat.Encoded entry : entries) {
      String key = new String(entry.key(), StandardCharsets.UTF_8);
      last.remove(key);
      last.put(key, entry);
    }
    entries.clear();
    last.values().stream().filter(entry -> entry.value() != null).forEach(entries::add);
  }
}
