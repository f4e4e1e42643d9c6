package io.peerwatch.detection.capacity.advice;

import io.peerwatch.detection.capacity.CapacitySettings;
import io.peerwatch.detection.capacity.Trend;
import io.peerwatch.detection.capacity.use.GroupUse;
import java.util.List;

/**
 * What advice is given on.
 *
 * @param hosts known, at least 1
 * @param pressures of the resources that are told; not empty
 * @param unevenness between hosts
 * @param writeShare share of the disks' operations that write; NaN when not told
 * @param trend where the daily peak is going
 */
public record Situation(
    CapacitySettings settings,
    int hosts,
    List<Pressure> pressures,
    GroupUse.Unevenness unevenness,
    double writeShare,
    Trend trend) {

  /** The resource that needs most at the peak of the last day, where that is known. */
  Pressure tightest() {
    Pressure tightest = pressures.get(0);
    for (Pressure pressure : pressures) {
      tightest = pressure.atPeak() > tightest.atPeak() ? pressure : tightest;
    }
    return tightest;
  }

  /** The most that any resource needed at the peak of a week; NaN before one is known. */
  Pressure weekPeak() {
    Pressure most = null;
    for (Pressure pressure : pressures) {
      boolean more = most == null || pressure.week() > most.week();
      most = !Double.isNaN(pressure.week()) && more ? pressure : most;
    }
    return most;
  }

  /** The busier one of load and CPU; null when neither is told. */
  Pressure compute() {
    Pressure busier = null;
    for (Pressure pressure : pressures) {
      boolean busy = busier == null || pressure.now() > busier.now();
      busier = pressure.resource().compute() && busy ? pressure : busier;
    }
    return busier;
  }
}
