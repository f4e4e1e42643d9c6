package io.peerwatch.streams.state;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * How state is kept: in memory behind a cache that folds changes between two commits into one, with
 * a changelog; or in memory alone, where nothing has to survive (a backtest).
 */
public enum StateStores {
  CHANGELOGGED,
  IN_MEMORY;

  public StoreBuilder<KeyValueStore<String, byte[]>> named(String name) {
    var builder =
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    return this == CHANGELOGGED
        ? builder.withCachingEnabled().withLoggingEnabled(Map.of())
        : builder.withCachingDisabled().withLoggingDisabled();
  }

  /** A store that every instance fills for itself from a topic, each time it starts. */
  public static StoreBuilder<KeyValueStore<String, byte[]>> ofOneInstance(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
        .withCachingDisabled()
        .withLoggingDisabled();
  }
}
