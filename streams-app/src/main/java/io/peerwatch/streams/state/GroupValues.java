package io.peerwatch.streams.state;

import java.io.DataInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One small piece of state per group: as an object to work with, and in a changelogged store to
 * survive. Read from the store when a group is first asked for.
 */
public final class GroupValues<T> {

  /** Reads a value back. */
  public interface Reader<T> {
    T read(String group, DataInput in) throws IOException;
  }

  private final KeyValueStore<String, byte[]> store;
  private final Function<String, T> fresh;
  private final Reader<T> reader;
  private final Function<T, StoredBytes.Writing> writing;
  private final Map<String, T> values = new HashMap<>();

  public GroupValues(
      KeyValueStore<String, byte[]> store,
      Function<String, T> fresh,
      Reader<T> reader,
      Function<T, StoredBytes.Writing> writing) {
    this.store = store;
    this.fresh = fresh;
    this.reader = reader;
    this.writing = writing;
  }

  /** The group's value, made anew when it was not known. */
  public T of(String group) {
    return values.computeIfAbsent(group, this::load);
  }

  /** Puts the group's value into the store, unless it is there already. */
  public void save(String group) {
    byte[] bytes = StoredBytes.of(writing.apply(values.get(group)));
    if (!Arrays.equals(bytes, store.get(group))) {
      store.put(group, bytes);
    }
  }

  /** Deletes what is known of the group. */
  public void forget(String group) {
    values.remove(group);
    if (store.get(group) != null) {
      store.delete(group);
    }
  }

  private T load(String group) {
    byte[] stored = store.get(group);
    if (stored == null) {
      return fresh.apply(group);
    }
    try {
      return reader.read(group, StoredBytes.in(stored));
    } catch (IOException e) {
      throw new UncheckedIOException("The stored state of group " + group + " ends too early", e);
    }
  }
}
