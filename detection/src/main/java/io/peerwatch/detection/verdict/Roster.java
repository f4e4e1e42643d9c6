package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.BaselineColumns;
import io.peerwatch.detection.evidence.EvidenceColumns;
import io.peerwatch.detection.window.HostWindow;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The hosts that a group remembers, by name. A host that is known no more keeps what was learned
 * for {@link #ABSENT_MILLIS}, so that one that comes back does not start anew.
 *
 * <p>Their baselines lie in columns, each host at the place of its name among all, so that sums
 * over them come out the same however hosts came to be known.
 */
final class Roster {

  static final long ABSENT_MILLIS = 2 * 86_400_000L;

  private final TreeMap<String, HostRecord> records = new TreeMap<>();
  private final TreeSet<String> removed = new TreeSet<>();
  private BaselineColumns baselines = new BaselineColumns(0);
  private EvidenceColumns evidence = new EvidenceColumns(0);
  private boolean arranged = true;

  /** Whether feedback may have taught anything of any host that still lasts. */
  boolean mayBeTaught = true;

  /** Whether any host may be known to be apart at present. */
  boolean mayBeApart = true;

  private List<HostRecord> byName = List.of();
  private HostRecord[] latest = new HostRecord[0];

  /** The record of each host, in the given order, which is that of names; new hosts get one. */
  HostRecord[] of(List<HostWindow> hosts, long windowEnd) {
    HostRecord[] found = latest.length == hosts.size() ? latest : new HostRecord[hosts.size()];
    for (int i = 0; i < found.length; i++) {
      String host = hosts.get(i).host();
      if (found[i] == null || !found[i].host.equals(host)) {
        found[i] = records.computeIfAbsent(host, this::added);
        removed.remove(host);
      }
      found[i].knownAt = windowEnd;
      found[i].changed = true;
    }
    latest = found;
    return found;
  }

  /** Whether these are the hosts of the latest window, which were in the order of names. */
  boolean areLatest(List<HostWindow> hosts) {
    if (latest.length != hosts.size()) {
      return false;
    }
    for (int i = 0; i < latest.length; i++) {
      if (!latest[i].host.equals(hosts.get(i).host())) {
        return false;
      }
    }
    return true;
  }

  private HostRecord added(String host) {
    arranged = false;
    return new HostRecord(host);
  }

  /**
   * What every host is usually like; each host's place in it is {@code record.baseline.place()}.
   */
  BaselineColumns baselines() {
    if (!arranged) {
      baselines = new BaselineColumns(records.size());
      evidence = new EvidenceColumns(records.size());
      int place = 0;
      for (HostRecord record : records.values()) {
        record.moveTo(baselines, evidence, place++);
      }
      byName = List.copyOf(records.values());
      arranged = true;
    }
    return baselines;
  }

  /** What is remembered of every host's deviations, at the same places. */
  EvidenceColumns evidence() {
    baselines();
    return evidence;
  }

  /**
   * @param known how many hosts the window knows: no fewer than are remembered when none is absent
   */
  void forgetAbsent(long windowEnd, int known) {
    if (known >= records.size()) {
      return;
    }
    Iterator<HostRecord> all = records.values().iterator();
    while (all.hasNext()) {
      HostRecord record = all.next();
      if (windowEnd - record.knownAt >= ABSENT_MILLIS) {
        all.remove();
        removed.add(record.host);
        arranged = false;
      }
    }
  }

  /** Forgets every host. */
  void clear() {
    removed.addAll(records.keySet());
    records.clear();
    latest = new HostRecord[0];
    arranged = false;
  }

  /** What is remembered of a host; null when nothing is. */
  HostRecord get(String host) {
    return records.get(host);
  }

  void put(HostRecord record) {
    records.put(record.host, record);
    arranged = false;
  }

  /** All that are remembered, by name. */
  List<HostRecord> all() {
    baselines();
    return byName;
  }

  Set<String> changed() {
    TreeSet<String> changed = new TreeSet<>();
    for (HostRecord record : records.values()) {
      if (record.changed) {
        changed.add(record.host);
      }
    }
    return changed;
  }

  Set<String> removed() {
    return new TreeSet<>(removed);
  }

  void markWritten() {
    for (HostRecord record : records.values()) {
      record.changed = false;
    }
    removed.clear();
  }
}
