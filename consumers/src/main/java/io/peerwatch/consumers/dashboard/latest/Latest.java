package io.peerwatch.consumers.dashboard.latest;

import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.GroupVerdict;
import java.util.Set;
import java.util.TreeSet;

/** All that the dashboard remembers. */
public record Latest(
    LatestReadings readings,
    LatestAlerts alerts,
    LatestByGroup<GroupVerdict> verdicts,
    LatestByGroup<GroupCapacity> capacity) {

  public static Latest within(MemoryBounds bounds) {
    return new Latest(
        new LatestReadings(bounds),
        new LatestAlerts(bounds),
        new LatestByGroup<>(bounds.groups(), GroupVerdict::getGroup, GroupVerdict::getWindowEnd),
        new LatestByGroup<>(bounds.groups(), GroupCapacity::getGroup, GroupCapacity::getWindowEnd));
  }

  /** Every group that anything is known of, by name. */
  public Set<String> groups() {
    Set<String> groups = new TreeSet<>(readings.groups());
    groups.addAll(verdicts.all().keySet());
    alerts.open().forEach(alert -> groups.add(alert.getGroup()));
    return groups;
  }
}
