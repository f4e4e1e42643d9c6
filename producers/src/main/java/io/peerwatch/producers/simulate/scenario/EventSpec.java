package io.peerwatch.producers.simulate.scenario;

import java.util.List;
import java.util.Optional;

/**
 * Something harmless that happens to a group or some of its hosts. Times are told from the
 * scenario's start.
 *
 * @param group the group that it happens to
 * @param startMillis when it starts
 * @param durationMillis how long it lasts, above 0; for what stays (a deploy's new level, joined
 *     hosts) the time in which the group settles
 * @param hosts the hosts that it happens to; empty: all of the group
 * @param count hosts-join: how many come
 * @param to failover: the group that gets the requests; empty else
 * @param strength surge: how much more, as a ratio; failover: share of the requests that move
 * @param rampMillis surge, failover: time in which it grows, and before its end falls again
 * @param restartMillis how long a host's service is away while it restarts
 * @param cost deploys: what requests cost from then on, as a ratio of before
 * @param memory deploys: memory used from then on beyond before, as a share of all
 * @param unevenness deploys: spread of the new cost between hosts, as a ratio
 * @param size bigger-hosts: what they become; hosts-join: what they are, if not like the last host
 */
public record EventSpec(
    EventKind kind,
    String group,
    long startMillis,
    long durationMillis,
    List<String> hosts,
    int count,
    String to,
    double strength,
    long rampMillis,
    long restartMillis,
    double cost,
    double memory,
    double unevenness,
    Optional<HostSize> size) {
  public static final long RESTART_MILLIS_DEFAULT = 30_000;

  public EventSpec {
    hosts = List.copyOf(hosts);
  }

  /** An event that is usual in everything that its kind doesn't need. */
  public static EventSpec of(EventKind kind, String group, long startMillis, long durationMillis) {
    return new EventSpec(
        kind,
        group,
        startMillis,
        durationMillis,
        List.of(),
        0,
        "",
        kind == EventKind.SURGE ? 0.5 : 1,
        0,
        RESTART_MILLIS_DEFAULT,
        1,
        0,
        0,
        Optional.empty());
  }

  /** When it is over or has settled, exclusive. */
  public long endMillis() {
    return startMillis + durationMillis;
  }

  public boolean befalls(String host) {
    return hosts.isEmpty() || hosts.contains(host);
  }

  /** How far a passing event has come at this moment: 0 outside, its strength within. */
  public double strengthAt(long millis) {
    if (millis < startMillis || millis >= endMillis()) {
      return 0;
    }
    long inside = Math.min(millis - startMillis, endMillis() - millis);
    return inside >= rampMillis ? strength : strength * inside / rampMillis;
  }
}
