package io.peerwatch.streams.capacity;

import io.peerwatch.detection.capacity.meter.KeptHistory;
import io.peerwatch.detection.capacity.peak.DemandHistory;
import io.peerwatch.streams.state.StoredBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.streams.state.KeyValueStore;

/** A group's history of demand, in an entry of its own: read and written once an hour. */
record StoredHistory(KeyValueStore<String, byte[]> store, String group) implements KeptHistory {
  private static final String PART = "|hours"; // no name has a bar in it

  @Override
  public DemandHistory load() {
    byte[] stored = store.get(group + PART);
    if (stored == null) {
      return new DemandHistory();
    }
    try {
      return DemandHistory.read(StoredBytes.in(stored));
    } catch (IOException e) {
      throw new UncheckedIOException("The stored history of group " + group + " ends too early", e);
    }
  }

  void delete() {
    if (store.get(group + PART) != null) {
      store.delete(group + PART);
    }
  }

  @Override
  public void save(DemandHistory history) {
    store.put(group + PART, StoredBytes.of(history::write));
  }
}
