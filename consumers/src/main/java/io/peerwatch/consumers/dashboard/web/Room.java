package io.peerwatch.consumers.dashboard.web;

import io.peerwatch.schemas.avro.CapacityResource;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.ResourceUse;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Room left in a group, for the page: GroupCapacity's fields by their Avro names, what is not known
 * null, times in epoch milliseconds.
 *
 * @param use how busy each resource is, LOAD first
 * @param unknown why a field is null, by its name
 */
record Room(
    Double headroom,
    String tightest,
    List<Use> use,
    Integer hosts,
    Integer hostsSpare,
    Integer hostsSpareDayPeak,
    Integer hostsSpareWeekPeak,
    Integer survivesLoss,
    Double requestsPerMinutePerHost,
    Double capacityRequestsPerMinute,
    Double capacityRequestsPerMinuteError,
    Double capacityRequestsPerMinuteCeiling,
    Double trendPerDay,
    Double confidence,
    Long reachesTargetAt,
    Long reachesTargetEarliestAt,
    Long reachesTargetLatestAt,
    Long reachesCeilingAt,
    String action,
    String actionReason,
    Map<String, String> unknown) {

  /** One resource: mean and largest over the hosts, and the mean that it is steered to. */
  record Use(String resource, Double mean, Double max, Double target) {
    private static Use of(ResourceUse use) {
      return new Use(use.getResource().name(), use.getMean(), use.getMax(), use.getTarget());
    }
  }

  /** Null where nothing was told. */
  static Room of(GroupCapacity capacity) {
    if (capacity == null) {
      return null;
    }
    return new Room(
        capacity.getHeadroom(),
        nameOf(capacity.getTightest()),
        capacity.getUse().stream()
            .filter(use -> use.getResource() != CapacityResource.UNKNOWN)
            .map(Use::of)
            .toList(),
        capacity.getHosts(),
        capacity.getHostsSpare(),
        capacity.getHostsSpareDayPeak(),
        capacity.getHostsSpareWeekPeak(),
        capacity.getSurvivesLoss(),
        capacity.getRequestsPerMinutePerHost(),
        capacity.getCapacityRequestsPerMinute(),
        capacity.getCapacityRequestsPerMinuteError(),
        capacity.getCapacityRequestsPerMinuteCeiling(),
        capacity.getTrendPerDay(),
        capacity.getConfidence(),
        millis(capacity.getReachesTargetAt()),
        millis(capacity.getReachesTargetEarliestAt()),
        millis(capacity.getReachesTargetLatestAt()),
        millis(capacity.getReachesCeilingAt()),
        nameOf(capacity.getAction()),
        capacity.getActionReason(),
        capacity.getUnknown());
  }

  private static Long millis(Instant time) {
    return time == null ? null : (Long) time.toEpochMilli();
  }

  private static String nameOf(Enum<?> value) {
    return value == null ? null : value.name();
  }
}
