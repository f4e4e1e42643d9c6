package io.peerwatch.detection.capacity;

/**
 * How busy a group is on one resource, over the hosts that are judged and tell.
 *
 * @param mean ratio 0..1; for LOAD per core, which may exceed 1
 * @param p95 95th percentile over hosts, by nearest rank
 * @param max largest
 * @param target the limit that the settings give
 * @param headroom (target − mean) / target; negative when over it. Of the mean, because work can be
 *     spread; imbalance tells how well it is.
 */
public record ResourceFigures(
    CapacityResource resource,
    double mean,
    double p95,
    double max,
    double target,
    double headroom) {}
