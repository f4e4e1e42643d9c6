package io.peerwatch.detection.capacity.advice;

import io.peerwatch.detection.capacity.CapacityResource;

/**
 * How much of a group one resource needs: 1 is as much as brings it exactly to its target.
 *
 * @param now in the present window
 * @param p95 the same if all hosts were as busy as the 95th percentile of them
 * @param day at the peak of the last 24 h; NaN before a day is known
 * @param week at the peak of the last 7 d; NaN before a week is known
 */
public record Pressure(CapacityResource resource, double now, double p95, double day, double week) {

  /** At the peak of the last day, where that is known, else now. */
  double atPeak() {
    return Double.isNaN(day) ? now : Math.max(now, day);
  }
}
