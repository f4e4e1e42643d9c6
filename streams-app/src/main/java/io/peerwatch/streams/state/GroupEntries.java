package io.peerwatch.streams.state;

import io.peerwatch.detection.feedback.RaisedAlerts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One piece of state per group that several steps share: it is read from the store each time, so
 * that each step sees what the other wrote. For what is seldom asked for.
 */
public final class GroupEntries<T> {
  private final KeyValueStore<String, byte[]> store;
  private final Supplier<T> fresh;
  private final GroupValues.Reader<T> reader;
  private final Function<T, StoredBytes.Writing> writing;

  private GroupEntries(
      KeyValueStore<String, byte[]> store,
      Supplier<T> fresh,
      GroupValues.Reader<T> reader,
      Function<T, StoredBytes.Writing> writing) {
    this.store = store;
    this.fresh = fresh;
    this.reader = reader;
    this.writing = writing;
  }

  /** The alerts that feedback may be about. */
  public static GroupEntries<RaisedAlerts> raisedAlerts(KeyValueStore<String, byte[]> store) {
    return new GroupEntries<>(
        store, RaisedAlerts::new, (group, in) -> RaisedAlerts.read(in), alerts -> alerts::write);
  }

  /** What is stored of the group, made anew when nothing is. */
  public T of(String group) {
    byte[] stored = store.get(group);
    if (stored == null) {
      return fresh.get();
    }
    try {
      return reader.read(group, StoredBytes.in(stored));
    } catch (IOException e) {
      throw new UncheckedIOException("The stored state of group " + group + " ends too early", e);
    }
  }

  /** Deletes what is stored of the group. */
  public void forget(String group) {
    if (store.get(group) != null) {
      store.delete(group);
    }
  }

  public void save(String group, T value) {
    store.put(group, StoredBytes.of(writing.apply(value)));
  }
}
