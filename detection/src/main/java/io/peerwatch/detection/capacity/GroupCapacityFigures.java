package io.peerwatch.detection.capacity;

import java.util.List;
import java.util.SortedMap;

/**
 * How much room one group had in one window. Components are named as in the contract GroupCapacity;
 * what is not known is null, and {@code unknown} says why.
 *
 * @param hosts hosts known
 * @param hostsJudged hosts that the sums describe
 * @param hostsLeftOut suspect and silent hosts left out, by name, at most 20
 * @param cores logical processors of the known hosts, scaled up from those that tell
 * @param memoryBytes memory of the known hosts, scaled alike
 * @param use by resource; one without values is missing
 * @param imbalance coefficient of variation of load per core (else CPU) over the judged hosts
 * @param headroom room to the target on the tightest resource as a ratio of the target
 * @param coresNeeded cores that carry the present load at the target
 * @param hostsNeeded the same in hosts of the group's median size
 * @param hostsSpare hosts known beyond those needed; negative when too few
 * @param hostsNeededDayPeak at the peak of the last 24 h; null before a day is known
 * @param hostsNeededWeekPeak at the peak of the last 7 d; null before a week is known
 * @param survivesLoss hosts that may fail at the known peak before the ceiling is crossed
 * @param requestRate requests per second of the group
 * @param requestsPerMinutePerHost mean over the judged hosts
 * @param unknown why a component is null, by its name
 */
public record GroupCapacityFigures(
    String group,
    long windowStart,
    long windowEnd,
    int hosts,
    int hostsJudged,
    List<String> hostsLeftOut,
    Double cores,
    Double memoryBytes,
    List<ResourceFigures> use,
    Double imbalance,
    Double targetLoadPerCore,
    Double ceilingLoadPerCore,
    Double headroom,
    CapacityResource tightest,
    Double coresNeeded,
    Integer hostsNeeded,
    Integer hostsSpare,
    Integer hostsNeededDayPeak,
    Integer hostsNeededWeekPeak,
    Integer survivesLoss,
    Double requestRate,
    Double requestsPerMinutePerHost,
    CapacityAction action,
    Integer actionHosts,
    String actionReason,
    SortedMap<String, String> unknown) {}
