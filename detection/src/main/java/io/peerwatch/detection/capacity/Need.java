package io.peerwatch.detection.capacity;

/**
 * What carries a demand at the target; all null when the demand is not known.
 *
 * @param cores logical processors; null also when no core counts are told
 * @param hosts hosts of the group's median size
 * @param spare hosts known beyond those; negative when too few
 */
public record Need(Double cores, Integer hosts, Integer spare) {
  public static final Need UNKNOWN = new Need(null, null, null);
}
