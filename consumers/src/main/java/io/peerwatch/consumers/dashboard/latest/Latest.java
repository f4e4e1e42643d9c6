package io.peerwatch.consumers.dashboard.latest;

import io.peerwatch.consumers.silence.Silences;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All that the dashboard remembers. */
public record Latest(
    LatestReadings readings,
    LatestAlerts alerts,
    LatestByGroup<GroupVerdict> verdicts,
    LatestByGroup<GroupCapacity> capacity,
    Silences silences) {

  public static Latest within(MemoryBounds bounds) {
    return new Latest(
        new LatestReadings(bounds),
        new LatestAlerts(bounds),
        new LatestByGroup<>(bounds.groups(), GroupVerdict::getGroup, GroupVerdict::getWindowEnd),
        new LatestByGroup<>(bounds.groups(), GroupCapacity::getGroup, GroupCapacity::getWindowEnd),
        new Silences());
  }

  /**
   * Silences that cover an open episode at the time of its group: the end of its newest window. A
   * silence that came after the alert counts, and one that is over does not.
   */
  public List<Silence> silencing(HostAlert open) {
    Instant told = open.getUpdatedAt();
    Instant at =
        verdicts
            .of(open.getGroup())
            .map(GroupVerdict::getWindowEnd)
            .filter(end -> end.isAfter(told))
            .orElse(told);
    return silences.coveringAt(open, at);
  }

  /** Every group that anything is known of, by name. */
  public Set<String> groups() {
    Set<String> groups = new TreeSet<>(readings.groups());
    groups.addAll(verdicts.all().keySet());
    alerts.open().forEach(alert -> groups.add(alert.getGroup()));
    return groups;
  }
}
