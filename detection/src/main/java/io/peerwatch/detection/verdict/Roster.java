package io.peerwatch.detection.verdict;

import io.peerwatch.detection.window.HostWindow;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The hosts that a group remembers, by name. A host that is known no more keeps what was learned
 * for {@link #ABSENT_MILLIS}, so that one that comes back does not start anew.
 */
final class Roster {

  static final long ABSENT_MILLIS = 2 * 86_400_000L;

  private final TreeMap<String, HostRecord> records = new TreeMap<>();
  private final TreeSet<String> changed = new TreeSet<>();
  private final TreeSet<String> removed = new TreeSet<>();

  /** The record of each host, in the given order; new hosts get one. */
  HostRecord[] of(List<HostWindow> hosts, long windowEnd) {
    HostRecord[] found = new HostRecord[hosts.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = records.computeIfAbsent(hosts.get(i).host(), HostRecord::new);
      found[i].knownAt = windowEnd;
      changed.add(found[i].host);
      removed.remove(found[i].host);
    }
    return found;
  }

  void forgetAbsent(long windowEnd) {
    Iterator<HostRecord> all = records.values().iterator();
    while (all.hasNext()) {
      HostRecord record = all.next();
      if (windowEnd - record.knownAt >= ABSENT_MILLIS) {
        all.remove();
        changed.remove(record.host);
        removed.add(record.host);
      }
    }
  }

  /** What is remembered of a host; null when nothing is. */
  HostRecord get(String host) {
    return records.get(host);
  }

  void put(HostRecord record) {
    records.put(record.host, record);
  }

  Iterable<HostRecord> all() {
    return records.values();
  }

  Set<String> changed() {
    return new TreeSet<>(changed);
  }

  Set<String> removed() {
    return new TreeSet<>(removed);
  }

  void markWritten() {
    changed.clear();
    removed.clear();
  }
}
