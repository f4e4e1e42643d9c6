package io.peerwatch.streams.capacity;

import io.peerwatch.detection.capacity.GroupCapacityFigures;
import io.peerwatch.detection.capacity.ResourceFigures;
import io.peerwatch.schemas.avro.CapacityAction;
import io.peerwatch.schemas.avro.CapacityResource;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.ResourceUse;
import java.time.Instant;

/** Bridge from capacity figures to group-capacity. */
final class CapacityRecords {
  private CapacityRecords() {}

  static GroupCapacity of(GroupCapacityFigures figures) {
    return GroupCapacity.newBuilder()
        .setGroup(figures.group())
        .setWindowStart(Instant.ofEpochMilli(figures.windowStart()))
        .setWindowEnd(Instant.ofEpochMilli(figures.windowEnd()))
        .setHosts(figures.hosts())
        .setHostsJudged(figures.hostsJudged())
        .setHostsLeftOut(figures.hostsLeftOut())
        .setCores(figures.cores())
        .setMemoryBytes(figures.memoryBytes())
        .setUse(figures.use().stream().map(CapacityRecords::use).toList())
        .setImbalance(figures.imbalance())
        .setTargetLoadPerCore(figures.targetLoadPerCore())
        .setCeilingLoadPerCore(figures.ceilingLoadPerCore())
        .setHeadroom(figures.headroom())
        .setTightest(tightest(figures))
        .setCoresNeeded(figures.coresNeeded())
        .setHostsNeeded(figures.hostsNeeded())
        .setHostsSpare(figures.hostsSpare())
        .setHostsNeededDayPeak(figures.hostsNeededDayPeak())
        .setHostsNeededWeekPeak(figures.hostsNeededWeekPeak())
        .setSurvivesLoss(figures.survivesLoss())
        .setRequestRate(figures.requestRate())
        .setRequestsPerMinutePerHost(figures.requestsPerMinutePerHost())
        .setAction(action(figures))
        .setActionHosts(figures.actionHosts())
        .setActionReason(figures.actionReason())
        .setUnknown(figures.unknown())
        .build();
  }

  private static ResourceUse use(ResourceFigures figures) {
    return new ResourceUse(
        CapacityResource.valueOf(figures.resource().name()),
        figures.mean(),
        figures.p95(),
        figures.max(),
        figures.target(),
        figures.headroom());
  }

  private static CapacityResource tightest(GroupCapacityFigures figures) {
    return figures.tightest() == null ? null : CapacityResource.valueOf(figures.tightest().name());
  }

  private static CapacityAction action(GroupCapacityFigures figures) {
    return figures.action() == null ? null : CapacityAction.valueOf(figures.action().name());
  }
}
