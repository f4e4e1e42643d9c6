package io.peerwatch.consumers.dashboard.latest;

import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every episode as it stood last: the open ones, and those that were resolved most recently. Safe
 * for several threads.
 */
public final class LatestAlerts {
  /** The most severe first, then the newest, then by id, so that the order never flickers. */
  private static final Comparator<HostAlert> MOST_PRESSING =
      Comparator.comparing(HostAlert::getSeverity)
          .thenComparing(HostAlert::getOpenedAt)
          .reversed()
          .thenComparing(HostAlert::getAlertId);

  private static final Comparator<HostAlert> NEWEST =
      Comparator.comparing(HostAlert::getUpdatedAt).reversed().thenComparing(HostAlert::getAlertId);

  private final MemoryBounds bounds;
  private final Map<String, HostAlert> open = new HashMap<>();
  private final Map<String, HostAlert> resolved = new HashMap<>();

  public LatestAlerts(MemoryBounds bounds) {
    this.bounds = bounds;
  }

  /** Remembers a state change unless a later one of the same episode is known. */
  public synchronized void add(HostAlert alert) {
    String id = alert.getAlertId();
    HostAlert known = open.getOrDefault(id, resolved.get(id));
    if (known != null && alert.getUpdatedAt().isBefore(known.getUpdatedAt())) {
      return;
    }
    open.remove(id);
    resolved.remove(id);
    if (alert.getState() == AlertState.RESOLVED) {
      put(resolved, alert, bounds.resolvedAlerts());
    } else {
      put(open, alert, bounds.openAlerts());
    }
  }

  /** Open episodes, the most pressing first. */
  public synchronized List<HostAlert> open() {
    return sorted(open.values(), MOST_PRESSING);
  }

  /** Open episodes of one group, the most pressing first. */
  public List<HostAlert> openOf(String group) {
    return open().stream().filter(alert -> alert.getGroup().equals(group)).toList();
  }

  /** Resolved episodes, the most recent first. */
  public synchronized List<HostAlert> resolved() {
    return sorted(resolved.values(), NEWEST);
  }

  /** Hosts that stand apart in open episodes of a group, with the most pressing of them. */
  public Map<String, HostAlert> oddHosts(String group) {
    Map<String, HostAlert> odd = new TreeMap<>();
    for (HostAlert alert : openOf(group)) {
      hostsApart(alert).forEach(host -> odd.putIfAbsent(host, alert));
    }
    return odd;
  }

  /** When a whole group moved or fell silent, no host stands apart from the others. */
  private static List<String> hostsApart(HostAlert alert) {
    if (alert.getHost() != null) {
      return List.of(alert.getHost());
    }
    boolean apart =
        alert.getVerdict() == Verdict.SUBGROUP || alert.getVerdict() == Verdict.PAIR_DIVERGED;
    return apart ? alert.getHosts() : List.of();
  }

  private static void put(Map<String, HostAlert> alerts, HostAlert alert, int max) {
    alerts.put(alert.getAlertId(), alert);
    if (alerts.size() > max) {
      alerts.values().stream().max(NEWEST).map(HostAlert::getAlertId).ifPresent(alerts::remove);
    }
  }

  private static List<HostAlert> sorted(Collection<HostAlert> alerts, Comparator<HostAlert> order) {
    List<HostAlert> list = new ArrayList<>(alerts);
    list.sort(order);
    return list;
  }
}
