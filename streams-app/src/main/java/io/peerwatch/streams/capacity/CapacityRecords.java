package io.peerwatch.streams.capacity;

import io.peerwatch.detection.capacity.Demand;
import io.peerwatch.detection.capacity.GroupCapacityFigures;
import io.peerwatch.detection.capacity.GroupSize;
import io.peerwatch.detection.capacity.ResourceFigures;
import io.peerwatch.detection.capacity.Trend;
import io.peerwatch.detection.capacity.Work;
import io.peerwatch.schemas.avro.CapacityAction;
import io.peerwatch.schemas.avro.CapacityResource;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.ResourceUse;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;
import java.time.Instant;

/** Bridge from capacity figures to group-capacity. */
final class CapacityRecords {
  private CapacityRecords() {}

  static GroupCapacity of(GroupCapacityFigures figures) {
    var settings = figures.settings();
    boolean load = figures.use(io.peerwatch.detection.capacity.CapacityResource.LOAD) != null;
    GroupCapacity.Builder record =
        GroupCapacity.newBuilder()
            .setGroup(figures.group())
            .setWindowStart(Instant.ofEpochMilli(figures.windowStart()))
            .setWindowEnd(Instant.ofEpochMilli(figures.windowEnd()))
            .setTier(Tier.valueOf(settings.tier().name()))
            .setWorkload(Workload.valueOf(settings.workload().name()))
            .setTimeZone(settings.timeZone().getId())
            .setUse(figures.use().stream().map(CapacityRecords::use).toList())
            .setImbalance(figures.imbalance())
            .setTargetLoadPerCore(load ? (Double) settings.limits().loadPerCore() : null)
            .setCeilingLoadPerCore(load ? (Double) settings.limits().ceiling() : null)
            .setActionHosts(figures.advice().hosts())
            .setActionReason(figures.advice().reason())
            .setUnknown(figures.unknown());
    if (figures.advice().action() != null) {
      record.setAction(CapacityAction.valueOf(figures.advice().action().name()));
    }
    size(record, figures.size());
    demand(record, figures.demand());
    work(record, figures.work());
    trend(record, figures.trend());
    return record.build();
  }

  private static void size(GroupCapacity.Builder record, GroupSize size) {
    record
        .setHosts(size.hosts())
        .setHostsJudged(size.hostsJudged())
        .setHostsSilent(size.hostsSilent())
        .setHostsSuspect(size.hostsSuspect())
        .setHostsLeftOut(size.hostsLeftOut())
        .setCores(size.cores())
        .setMemoryBytes(size.memoryBytes());
  }

  private static void demand(GroupCapacity.Builder record, Demand demand) {
    record
        .setHeadroom(demand.headroom())
        .setTightest(
            demand.tightest() == null ? null : CapacityResource.valueOf(demand.tightest().name()))
        .setCoresNeeded(demand.now().cores())
        .setHostsNeeded(demand.now().hosts())
        .setHostsSpare(demand.now().spare())
        .setCoresNeededDayPeak(demand.dayPeak().cores())
        .setHostsNeededDayPeak(demand.dayPeak().hosts())
        .setHostsSpareDayPeak(demand.dayPeak().spare())
        .setCoresNeededWeekPeak(demand.weekPeak().cores())
        .setHostsNeededWeekPeak(demand.weekPeak().hosts())
        .setHostsSpareWeekPeak(demand.weekPeak().spare())
        .setSurvivesLoss(demand.survivesLoss());
  }

  private static void work(GroupCapacity.Builder record, Work work) {
    record
        .setRequestRate(work.requestRate())
        .setRequestsPerMinutePerHost(work.requestsPerMinutePerHost())
        .setCapacityRequestsPerMinute(work.atTarget())
        .setCapacityRequestsPerMinuteError(work.atTargetError())
        .setCapacityRequestsPerMinuteCeiling(work.atCeiling())
        .setCapacityRequestsPerMinuteCeilingError(work.atCeilingError())
        .setSaturatedRequestsPerMinute(work.saturated());
  }

  private static void trend(GroupCapacity.Builder record, Trend trend) {
    record
        .setTrendPerDay(trend.perDay())
        .setConfidence(trend.confidence())
        .setReachesTargetAt(instant(trend.target().at()))
        .setReachesTargetEarliestAt(instant(trend.target().earliest()))
        .setReachesTargetLatestAt(instant(trend.target().latest()))
        .setReachesCeilingAt(instant(trend.ceiling().at()))
        .setReachesCeilingEarliestAt(instant(trend.ceiling().earliest()))
        .setReachesCeilingLatestAt(instant(trend.ceiling().latest()));
  }

  private static Instant instant(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static ResourceUse use(ResourceFigures figures) {
    return new ResourceUse(
        CapacityResource.valueOf(figures.resource().name()),
        figures.mean(),
        figures.p95(),
        figures.max(),
        figures.target(),
        figures.headroom(),
        figures.dayPeak());
  }
}
