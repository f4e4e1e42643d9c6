package io.peerwatch.detection.capacity;

/**
 * How much of a group its work needs.
 *
 * @param headroom room to the target on the tightest resource as a ratio of the target; null when
 *     no resource is told
 * @param tightest the resource with the least headroom now
 * @param now for the present load
 * @param dayPeak for the peak of the last 24 h
 * @param weekPeak for the peak of the last 7 d
 * @param survivesLoss hosts that may fail at the known peak before a ceiling is crossed, at least 0
 */
public record Demand(
    Double headroom,
    CapacityResource tightest,
    Need now,
    Need dayPeak,
    Need weekPeak,
    Integer survivesLoss) {}
