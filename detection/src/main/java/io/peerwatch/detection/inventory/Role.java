package io.peerwatch.detection.inventory;

import io.peerwatch.detection.capacity.Tier;
import io.peerwatch.detection.capacity.Workload;

/**
 * What a group does.
 *
 * @param tier null when nobody says
 * @param workload who causes its load; null when nobody says
 */
public record Role(Tier tier, Workload workload) {
  public static final Role UNKNOWN = new Role(null, null);
}
