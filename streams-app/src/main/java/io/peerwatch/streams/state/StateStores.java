package io.peerwatch.streams.state;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** How state is kept. */
public interface StateStores {
  /** In memory behind a cache that folds changes between two commits into one, with a changelog. */
  StateStores CHANGELOGGED =
      new StateStores() {
        @Override
        public StoreBuilder<KeyValueStore<String, byte[]>> named(String name) {
          return inMemory(name).withCachingEnabled().withLoggingEnabled(Map.of());
        }

        @Override
        public boolean survive() {
          return true;
        }
      };

  /** In memory alone, where nothing has to survive (a backtest). */
  StateStores IN_MEMORY =
      new StateStores() {
        @Override
        public StoreBuilder<KeyValueStore<String, byte[]>> named(String name) {
          return inMemory(name).withCachingDisabled().withLoggingDisabled();
        }

        @Override
        public boolean survive() {
          return false;
        }
      };

  /** A store of small entries by group. */
  StoreBuilder<KeyValueStore<String, byte[]>> named(String name);

  /** Whether somebody will read what is put; else it need not be. */
  boolean survive();

  private static StoreBuilder<KeyValueStore<String, byte[]>> inMemory(String name) {
    return Stores.keyValueStoreBuilder(
        Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
  }

  /** A store that every instance fills for itself from a topic, each time it starts. */
  public static StoreBuilder<KeyValueStore<String, byte[]>> ofOneInstance(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
        .withCachingDisabled()
        .withLoggingDisabled();
  }
}
