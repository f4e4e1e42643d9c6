package io.peerwatch.streams.inventory;

import io.peerwatch.detection.inventory.GroupInventory;
import io.peerwatch.detection.inventory.ListedHost;
import io.peerwatch.schemas.topics.Names;
import io.peerwatch.streams.state.StoredBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The inventories of a task's groups, each host an entry {@code group|host} of a changelogged
 * store. One that was taken away has an empty entry for as long as its samples make it known.
 */
public final class Inventories {
  private static final byte[] ENDED = {};

  private final KeyValueStore<String, byte[]> store;
  private final Map<String, GroupInventory> groups = new HashMap<>();

  public Inventories(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /** The group's inventory, always the same object. */
  public GroupInventory of(String group) {
    return groups.computeIfAbsent(group, this::load);
  }

  /** Takes in what a record says. */
  public void hear(Listing listing) {
    String key = Names.hostKey(listing.group(), listing.host());
    GroupInventory inventory = of(listing.group());
    if (listing.known() != null) {
      inventory.list(listing.host(), listing.known());
      store.put(key, StoredBytes.of(listing.known()::write));
    } else {
      inventory.end(listing.host());
      store.put(key, ENDED);
    }
  }

  /** To be called when a window has closed; forgets whom no samples make known any more. */
  public void forgetEnded(String group, Predicate<String> known) {
    GroupInventory inventory = of(group);
    for (String host : List.copyOf(inventory.ended())) {
      if (!known.test(host)) {
        inventory.forgetEnded(host);
        store.delete(Names.hostKey(group, host));
      }
    }
  }

  /** Nobody of the group is known any more; what the inventory lists of it stays. */
  public void forget(String group) {
    forgetEnded(group, none -> false);
    if (of(group).listed().isEmpty()) {
      groups.remove(group);
    }
  }

  private GroupInventory load(String group) {
    GroupInventory inventory = new GroupInventory();
    String prefix = group + Names.SEPARATOR;
    try (KeyValueIterator<String, byte[]> entries =
        store.prefixScan(prefix, new StringSerializer())) {
      while (entries.hasNext()) {
        var entry = entries.next();
        String host = entry.key.substring(prefix.length());
        if (entry.value.length == 0) {
          inventory.end(host);
        } else {
          inventory.list(host, ListedHost.read(StoredBytes.in(entry.value)));
        }
      }
      return inventory;
    } catch (IOException e) {
      throw new UncheckedIOException("The stored inventory of " + group + " ends too early", e);
    }
  }
}
