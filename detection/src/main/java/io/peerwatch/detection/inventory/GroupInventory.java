package io.peerwatch.detection.inventory;

import io.peerwatch.detection.capacity.Tier;
import io.peerwatch.detection.capacity.Workload;
import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.Members;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The hosts that are listed for one group, and those that were taken from the list while their
 * samples still make them known.
 */
public final class GroupInventory implements Members {
  /** What the inventory says that samples say too; their word counts for more. */
  private static final List<String> SIZES =
      List.of(MetricDictionary.CORES, MetricDictionary.MEMORY_LIMIT);

  private final TreeMap<String, ListedHost> hosts = new TreeMap<>();
  private final TreeSet<String> ended = new TreeSet<>();

  /** How many hosts are said to be of each. */
  private final int[] tiers = new int[Tier.values().length];

  private final int[] workloads = new int[Workload.values().length];

  public void list(String host, ListedHost known) {
    ended.remove(host);
    count(hosts.put(host, known), -1);
    count(known, 1);
  }

  /** Takes the host from the list. */
  public void end(String host) {
    count(hosts.remove(host), -1);
    ended.add(host);
  }

  /** Nobody has to be told any more that the host was taken from the list. */
  public void forgetEnded(String host) {
    ended.remove(host);
  }

  /** Hosts that were taken from the list. */
  public Set<String> ended() {
    return Collections.unmodifiableSet(ended);
  }

  @Override
  public NavigableSet<String> listed() {
    return Collections.unmodifiableNavigableSet(hosts.navigableKeySet());
  }

  @Override
  public boolean hasEnded(String host) {
    return ended.contains(host);
  }

  @Override
  public double told(String host, String metric) {
    ListedHost known = hosts.getOrDefault(host, ListedHost.UNDESCRIBED);
    return switch (metric) {
      case MetricDictionary.CORES -> known.cores();
      case MetricDictionary.MEMORY_LIMIT -> known.memoryBytes();
      default -> Double.NaN;
    };
  }

  /** What most of those hosts do and carry that say so; the earlier one where as many say. */
  public Role role() {
    return new Role(most(Tier.values(), tiers), most(Workload.values(), workloads));
  }

  private static <E> E most(E[] values, int[] times) {
    int most = 0;
    for (int i = 1; i < times.length; i++) {
      most = times[i] > times[most] ? i : most;
    }
    return times[most] == 0 ? null : values[most];
  }

  private void count(ListedHost host, int by) {
    if (host != null && host.tier() != null) {
      tiers[host.tier().ordinal()] += by;
    }
    if (host != null && host.workload() != null) {
      workloads[host.workload().ordinal()] += by;
    }
  }

  /** The window with the cores and memory of hosts that reported and don't tell them. */
  public GroupWindow complete(GroupWindow window) {
    GroupWindow complete = window;
    for (String metric : hosts.isEmpty() ? List.<String>of() : SIZES) {
      complete = complete.withMissing(metric, host -> told(host, metric));
    }
    return complete;
  }
}
