package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How far a host trails behind what its group does: a matched filter for lag. A host that shows
 * what its peers did a while ago misses what the group has changed since, so that its deviations
 * are the group's change, turned round:
 *
 * <pre>
 *   channel = −EWMA(Σ_m w_m g_m) / sqrt(EWMA(Σ_m g_m²) + ε)
 *   w  whitened deviations of the host, g  whitened change of the group against its last hour
 * </pre>
 */
public final class Following {

  /** An EWMA of span 24: a lag shows while the group moves, and that takes a while. */
  private static final double SPAN_STEP = 2.0 / 25;

  /** ε: while the group hardly moves, nobody can be seen to trail. */
  private static final double STILL = 1;

  private static final double CLIP = 3;

  private double common;
  private double change;

  /** Takes in a window; NaN where a metric was not judged. */
  public void add(double[] w, int offset, double[] g, int metrics) {
    double product = 0;
    double square = 0;
    for (int m = 0; m < metrics; m++) {
      double own = w[offset + m];
      double groups = g[m];
      if (!Double.isNaN(own) && !Double.isNaN(groups)) {
        product += (Math.abs(own) <= CLIP ? own : Doubles.clip(own, CLIP)) * groups;
        square += groups * groups;
      }
    }
    common += SPAN_STEP * (product - common);
    change += SPAN_STEP * (square - change);
  }

  public double channel() {
    return Math.max(0, -common / Math.sqrt(change + STILL));
  }

  public void forget() {
    common = 0;
    change = 0;
  }

  public void write(DataOutput out) throws IOException {
    out.writeDouble(common);
    out.writeDouble(change);
  }

  public void readInto(DataInput in) throws IOException {
    common = in.readDouble();
    change = in.readDouble();
  }
}
