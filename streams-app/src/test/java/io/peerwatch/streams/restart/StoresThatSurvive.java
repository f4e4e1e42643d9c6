package io.peerwatch.streams.restart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.state.StateStores;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Stores whose bytes a test can copy at a commit, and start from again after a kill. */
final class StoresThatSurvive implements StateStores {
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private final Map<String, TreeMap<Bytes, byte[]>> stores = new HashMap<>();

  /** A file for each store, an entry a line. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, TreeMap<Bytes, byte[]>> store : stores.entrySet()) {
      List<String> lines = new ArrayList<>();
      store
          .getValue()
          .forEach(
              (key, value) ->
                  lines.add(new String(key.get(), UTF_8) + " " + BASE64.encodeToString(value)));
      Files.write(folder.resolve(store.getKey() + ".txt"), lines);
    }
  }

  static StoresThatSurvive read(Path folder) throws IOException {
    StoresThatSurvive read = new StoresThatSurvive();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.txt")) {
      for (Path file : files) {
        TreeMap<Bytes, byte[]> entries = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
          String[] parts = line.split(" ");
          entries.put(Bytes.wrap(parts[0].getBytes(UTF_8)), Base64.getDecoder().decode(parts[1]));
        }
        read.stores.put(file.getFileName().toString().replace(".txt", ""), entries);
      }
    }
    return read;
  }

  int entries() {
    return stores.values().stream().mapToInt(Map::size).sum();
  }

  /** Names of the groups of which a store has something. */
  Set<String> names(String store) {
    Set<String> names = new TreeSet<>();
    for (Bytes key : stores.get(store).keySet()) {
      String name = new String(key.get(), UTF_8);
      if (!name.equals(Topics.TICK_KEY)) {
        names.add(name.split("\\|")[0]);
      }
    }
    return names;
  }

  /** Keys of all stores that are of a group, each behind its store's name. */
  List<String> keysOf(String group) {
    List<String> keys = new ArrayList<>();
    stores.forEach(
        (store, entries) ->
            entries.keySet().stream()
                .map(key -> new String(key.get(), UTF_8))
                .filter(key -> key.equals(group) || key.startsWith(group + "|"))
                .forEach(key -> keys.add(store + " " + key)));
    return keys;
  }

  /** The same with one store's entries in a layout that nobody knows yet. */
  StoresThatSurvive ofFuture(String store) {
    StoresThatSurvive future = copy();
    // Where a value may be cut into pieces, their number stands before it.
    int at = store.equals("open-windows") || store.equals("baselines") ? Integer.BYTES : 0;
    future
        .stores
        .get(store)
        .replaceAll(
            (key, value) -> {
              byte[] changed = value.clone();
              changed[at] = 99;
              return changed;
            });
    return future;
  }

  /** As they are now. */
  StoresThatSurvive copy() {
    StoresThatSurvive copy = new StoresThatSurvive();
    stores.forEach((name, entries) -> copy.stores.put(name, new TreeMap<>(entries)));
    return copy;
  }

  @Override
  public StoreBuilder<KeyValueStore<String, byte[]>> named(String name) {
    TreeMap<Bytes, byte[]> entries = stores.computeIfAbsent(name, any -> new TreeMap<>());
    return Stores.keyValueStoreBuilder(
            new OfMaps(name, () -> new Prefilled(name, entries)),
            Serdes.String(),
            Serdes.ByteArray())
        .withCachingDisabled()
        .withLoggingDisabled();
  }

  @Override
  public boolean survive() {
    return true;
  }

  private record OfMaps(String name, Supplier<KeyValueStore<Bytes, byte[]>> stores)
      implements KeyValueBytesStoreSupplier {
    @Override
    public KeyValueStore<Bytes, byte[]> get() {
      return stores.get();
    }

    @Override
    public String metricsScope() {
      return "test";
    }
  }

  /** Kafka's own store in memory does the work; every change is made to the test's map, too. */
  private static final class Prefilled implements KeyValueStore<Bytes, byte[]> {
    private final KeyValueStore<Bytes, byte[]> store;
    private final TreeMap<Bytes, byte[]> entries;

    Prefilled(String name, TreeMap<Bytes, byte[]> entries) {
      this.store = Stores.inMemoryKeyValueStore(name).get();
      this.entries = entries;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
      store.init(context, root);
      entries.forEach(store::put);
    }

    @Override
    public void put(Bytes key, byte[] value) {
      store.put(key, value);
      if (value == null) {
        entries.remove(key);
      } else {
        entries.put(key, value);
      }
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
      byte[] before = get(key);
      if (before == null) {
        put(key, value);
      }
      return before;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> all) {
      all.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte[] delete(Bytes key) {
      byte[] before = get(key);
      put(key, null);
      return before;
    }

    @Override
    public byte[] get(Bytes key) {
      return store.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
      return store.range(from, to);
    }

    @Override
    public <P extends Serializer<Q>, Q> KeyValueIterator<Bytes, byte[]> prefixScan(
        Q prefix, P serializer) {
      return store.prefixScan(prefix, serializer);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
      return store.all();
    }

    @Override
    public long approximateNumEntries() {
      return store.approximateNumEntries();
    }

    @Override
    public String name() {
      return store.name();
    }

    @Override
    public void close() {
      store.close();
    }

    @Override
    public boolean persistent() {
      return false;
    }

    @Override
    public boolean isOpen() {
      return store.isOpen();
    }
  }
}
