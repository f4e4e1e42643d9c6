package io.peerwatch.detection.capacity;

/**
 * How busy a group is on one resource, over the hosts that are judged and tell.
 *
 * @param mean ratio 0..1; for LOAD per core, which may exceed 1. Of LOAD and CPU it is weighted by
 *     the hosts' cores, so that it is the group's whole load over its cores
 * @param p95 95th percentile over hosts, by nearest rank
 * @param max largest
 * @param target the limit that the settings give
 * @param headroom (target − mean) / target; negative when over it. Of the mean, because work can be
 *     spread; imbalance tells how well it is.
 * @param dayPeak largest mean of the last 24 h as a ratio of what the group has now; null before a
 *     day is known
 */
public record ResourceFigures(
    CapacityResource resource,
    double mean,
    double p95,
    double max,
    double target,
    double headroom,
    Double dayPeak) {

  public ResourceFigures withDayPeak(Double peak) {
    return new ResourceFigures(resource, mean, p95, max, target, headroom, peak);
  }
}
