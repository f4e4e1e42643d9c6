package io.peerwatch.streams.state;

import io.peerwatch.detection.state.KeptByHost;
import io.peerwatch.schemas.topics.Names;
import java.io.DataInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The groups of one task: as objects to work with, and in a changelogged store to survive. What
 * changed is put into the store before the record that changed it is done, so that state and offset
 * are committed together.
 *
 * <p>Keys are {@code group} for the part of the group and {@code group|host} for the part of a
 * host; keys that begin with the bar are not groups.
 */
public final class GroupStore<G extends KeptByHost> {

  /** Reads a group back from its parts. */
  public interface Reader<G> {
    G read(String group, DataInput groupPart, Map<String, DataInput> hosts) throws IOException;
  }

  private final KeyValueStore<String, byte[]> store;
  private final Function<String, G> fresh;
  private final Reader<G> reader;
  private final Map<String, G> groups = new TreeMap<>();
  private final Set<String> stored = new HashSet<>();

  /** Reads all groups that the store holds. */
  public GroupStore(
      KeyValueStore<String, byte[]> store, Function<String, G> fresh, Reader<G> reader) {
    this.store = store;
    this.fresh = fresh;
    this.reader = reader;
    readAll();
  }

  /** The group, made anew when it was not known. */
  public G of(String group) {
    return groups.computeIfAbsent(group, fresh);
  }

  public boolean knows(String group) {
    return groups.containsKey(group);
  }

  public int size() {
    return groups.size();
  }

  /** All groups, by name. */
  public Collection<Map.Entry<String, G>> all() {
    return groups.entrySet();
  }

  /** Puts what changed of the group into the store. */
  public void save(String group) {
    G state = groups.get(group);
    boolean first = stored.add(group);
    if (first || state.groupChanged()) {
      store.put(group, StoredBytes.of(state::writeGroup));
    }
    for (String host : state.changedHosts()) {
      store.put(Names.hostKey(group, host), StoredBytes.of(out -> state.writeHost(host, out)));
    }
    for (String host : state.removedHosts()) {
      store.delete(Names.hostKey(group, host));
    }
    state.markWritten();
  }

  private void readAll() {
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      while (all.hasNext()) {
        String key = all.next().key;
        if (key.indexOf(Names.SEPARATOR) < 0) {
          stored.add(key);
        }
      }
    }
    for (String group : stored) {
      groups.put(group, read(group));
    }
  }

  private G read(String group) {
    String prefix = Names.hostKey(group, "");
    Map<String, DataInput> hosts = new LinkedHashMap<>();
    try (KeyValueIterator<String, byte[]> parts =
        store.prefixScan(prefix, new StringSerializer())) {
      while (parts.hasNext()) {
        KeyValue<String, byte[]> part = parts.next();
        hosts.put(part.key.substring(prefix.length()), StoredBytes.in(part.value));
      }
    }
    try {
      return reader.read(group, StoredBytes.in(store.get(group)), hosts);
    } catch (IOException e) {
      throw new UncheckedIOException("The stored state of group " + group + " ends too early", e);
    }
  }
}
