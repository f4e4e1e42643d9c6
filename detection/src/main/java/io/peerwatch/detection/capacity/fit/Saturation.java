package io.peerwatch.detection.capacity.fit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Where more load brings no more requests. Below saturation the two rise together; at it the queue
 * grows and throughput stays. Seen when load rose by half or more in the busiest windows and
 * requests by less than a tenth of that, both on a logarithmic scale: twice the load, less than 7 %
 * more requests.
 */
final class Saturation {
  private static final double WEIGHT_MIN = 3;
  private static final double BUSY = 1; // load per core: below it nothing waits on the average
  private static final double RISE_MIN = 1.5;
  private static final double ELASTICITY_MAX = 0.1;

  private Saturation() {}

  /** Requests per second of a unit at saturation; NaN when it was not seen. */
  static double of(Collection<Bin> byLoad) {
    List<Bin> known = new ArrayList<>();
    for (Bin bin : byLoad) {
      if (bin.weight >= WEIGHT_MIN && bin.load.mean() >= BUSY) {
        known.add(bin);
      }
    }
    if (known.isEmpty()) {
      return Double.NaN;
    }
    Bin top = known.get(known.size() - 1);
    for (int i = known.size() - 2; i >= 0; i--) {
      double rise = top.load.mean() / known.get(i).load.mean();
      if (rise >= RISE_MIN) {
        double more = StrictMath.log(top.requests.mean() / known.get(i).requests.mean());
        return more < ELASTICITY_MAX * StrictMath.log(rise)
            ? Math.max(top.requests.mean(), known.get(i).requests.mean())
            : Double.NaN;
      }
    }
    return Double.NaN;
  }
}
