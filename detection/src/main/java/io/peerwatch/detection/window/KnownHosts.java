package io.peerwatch.detection.window;

import io.peerwatch.detection.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The hosts that samples made known in a group. */
final class KnownHosts {
  private final Map<String, HostGathering> hosts = new HashMap<>();

  /** Null when hosts have come or gone since. */
  private HostGathering[] byName;

  /** Null when it is not known. */
  HostGathering get(String host) {
    return hosts.get(host);
  }

  void add(HostGathering host) {
    hosts.put(host.host, host);
    byName = null;
  }

  void removeIf(Predicate<HostGathering> gone) {
    if (hosts.values().removeIf(gone)) {
      byName = null;
    }
  }

  int size() {
    return hosts.size();
  }

  boolean isEmpty() {
    return hosts.isEmpty();
  }

  /** In no order. */
  Collection<HostGathering> all() {
    return hosts.values();
  }

  private HostGathering[] byName() {
    if (byName == null) {
      byName = hosts.values().toArray(HostGathering[]::new);
      Arrays.sort(byName, Comparator.comparing(host -> host.host));
    }
    return byName;
  }

  /**
   * Hosts known in a window that ends there, by name. One that was first heard of later is not yet,
   * unless its clock is ahead of the group's by more than it may be: then it was there all the
   * time.
   *
   * @param ahead the furthest that a clock may be; MAX_VALUE where the group has none
   */
  List<HostGathering> knownAt(long end, long ahead) {
    List<HostGathering> all = Arrays.asList(byName());
    for (HostGathering host : all) {
      if (host.firstAt >= end) {
        return all.stream().filter(h -> h.firstAt < end || h.firstAt > ahead).toList();
      }
    }
    return all;
  }

  /** Samples that were accepted and whose window is not closed yet. */
  long openSamples() {
    long samples = 0;
    for (HostGathering host : hosts.values()) {
      samples += host.openSamples();
    }
    return samples;
  }

  /** How many samples lie in windows that the plan does not have; they are late now. */
  long dropUnplanned(WindowPlan plan) {
    long dropped = 0;
    for (HostGathering host : hosts.values()) {
      dropped += host.dropUnplanned(plan);
    }
    return dropped;
  }

  /**
   * The group starts anew from an earlier time ({@link HostGathering#startAnew}); how many samples
   * of open windows are late now.
   */
  long startAnew(long closedThrough, long backMillis, long epoch) {
    long dropped = 0;
    for (HostGathering host : hosts.values()) {
      dropped += host.startAnew(closedThrough, backMillis, host.heardInEpoch == epoch);
    }
    return dropped;
  }

  /** Median of the latest timestamps, the lower of two; there is a host. */
  long middleLatest() {
    return middle(host -> host.latest);
  }

  /** Median of how often they send; 0 when there is none. */
  long typicalIntervalMillis() {
    return hosts.isEmpty() ? 0 : middle(HostGathering::intervalMillis);
  }

  private long middle(ToLongFunction<HostGathering> figure) {
    return LowerMedian.of(hosts.values().stream().mapToLong(figure).toArray());
  }

  /**
   * @param base a time near those of the hosts
   */
  void write(DataOutput out, long base, long epoch) throws IOException {
    Varints.write(hosts.size(), out);
    for (HostGathering host : byName()) {
      out.writeUTF(host.host);
      host.write(out, base, epoch);
    }
  }

  void readInto(DataInput in, long base, long epoch, boolean withSetBack) throws IOException {
    for (int left = Varints.readInt(in); left > 0; left--) {
      add(HostGathering.read(in.readUTF(), in, base, epoch, withSetBack));
    }
  }
}
