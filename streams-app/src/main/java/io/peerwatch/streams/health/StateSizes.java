package io.peerwatch.streams.health;

import io.peerwatch.streams.run.Vitals;
import io.peerwatch.streams.state.StoreNames;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * How large each store is, over the partitions that this instance works on. Entries are asked for
 * each time; bytes mean walking through all of them, so they are counted at most every few minutes.
 */
final class StateSizes {
  static final Duration BYTES_EVERY = Duration.ofMinutes(5);

  /** All stores of the topology. */
  static final List<String> STORES =
      List.of(
          StoreNames.OPEN_WINDOWS,
          StoreNames.BASELINES,
          StoreNames.EPISODES,
          StoreNames.RAISED_ALERTS,
          StoreNames.LEDGER,
          StoreNames.CAPACITY,
          StoreNames.PLANS,
          StoreNames.REFUSED,
          StoreNames.INVENTORY);

  private final Supplier<Vitals> source;
  private final InstantSource clock;
  private Map<String, Long> bytes = Map.of();
  private long countedAt;

  StateSizes(Supplier<Vitals> source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /** Entries of a store; NaN while it can't be asked, such as during a restore. */
  double entries(String store) {
    KafkaStreams streams = source.get().streams();
    if (streams == null) {
      return Double.NaN;
    }
    try {
      return open(streams, store).approximateNumEntries();
    } catch (InvalidStateStoreException | IllegalStateException e) {
      return Double.NaN; // it is not there at this moment, which the gauge says
    }
  }

  /** Bytes of keys and values of a store as last counted; NaN before. */
  synchronized double bytes(String store) {
    KafkaStreams streams = source.get().streams();
    long now = clock.millis();
    if (streams != null && (bytes.isEmpty() || now - countedAt >= BYTES_EVERY.toMillis())) {
      count(streams);
      countedAt = now;
    }
    Long counted = bytes.get(store);
    return counted == null ? Double.NaN : counted;
  }

  private void count(KafkaStreams streams) {
    Map<String, Long> counted = new TreeMap<>();
    try {
      for (String store : STORES) {
        counted.put(store, walk(open(streams, store)));
      }
      bytes = counted;
    } catch (InvalidStateStoreException | IllegalStateException e) {
      bytes = Map.of(); // stores come and go: counted again when asked next
    }
  }

  private static long walk(ReadOnlyKeyValueStore<String, byte[]> store) {
    long sum = 0;
    try (KeyValueIterator<String, byte[]> entries = store.all()) {
      while (entries.hasNext()) {
        var entry = entries.next();
        sum += entry.key.length() + entry.value.length;
      }
    }
    return sum;
  }

  private static ReadOnlyKeyValueStore<String, byte[]> open(KafkaStreams streams, String store) {
    return streams.store(
        StoreQueryParameters.fromNameAndType(
            store, QueryableStoreTypes.<String, byte[]>keyValueStore()));
  }
}
