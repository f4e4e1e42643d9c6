package io.peerwatch.streams.score;

import java.util.List;

/**
 * An episode as a scorer sees it.
 *
 * @param group the group it is about
 * @param host the host it is about; null for an episode of the group
 * @param hosts the hosts that an episode of the group sets apart from others; else empty: a shift
 *     of the whole group sets nobody apart
 * @param startMillis start of the window that opened it, epoch milliseconds
 * @param openedMillis end of that window, when it could be known
 * @param endMillis end of the window that cleared it, exclusive; of the data while open
 * @param onMetrics whether it was opened by the values of metrics, rather than by when hosts report
 * @param blamed metrics, the most blamed first
 */
public record Alarm(
    String group,
    String host,
    List<String> hosts,
    long startMillis,
    long openedMillis,
    long endMillis,
    boolean onMetrics,
    List<String> blamed) {

  public Alarm {
    hosts = List.copyOf(hosts);
    blamed = List.copyOf(blamed);
  }

  boolean ofGroup() {
    return host == null;
  }

  boolean names(String group, String name) {
    return this.group.equals(group) && (name.equals(host) || hosts.contains(name));
  }
}
