package io.peerwatch.detection.capacity.meter;

import io.peerwatch.detection.capacity.peak.DemandHistory;

/** Where a group's history is kept between hours. */
public interface KeptHistory {

  /** The history as it was saved last; an empty one when it never was. */
  DemandHistory load();

  void save(DemandHistory history);
}
