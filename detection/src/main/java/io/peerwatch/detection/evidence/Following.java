package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How far a host trails behind what its group does: a matched filter for lag. A host that shows
 * what its peers did a while ago deviates as the {@link Echo} of that lag does:
 *
 * <pre>
 *   channel = max over lags of  EWMA(Σ_m e_m g_m) / sqrt(EWMA(Σ_m g_m²) + 1)
 *   e  what is new about the host's deviations against the window before, as {@link Departure} has it, g  about the echo
 * </pre>
 */
public final class Following {

  /** While the group hardly moves, nobody can be seen to trail. */
  private static final double STILL = 1;

  private static final double CLIP = 3;

  private final double[] common = new double[Echo.COUNT];
  private final double[] product = new double[Echo.COUNT];
  private double[] last = new double[0];

  public void grow(int metrics) {
    last = Doubles.grown(last, metrics, Double.NaN);
  }

  /**
   * Takes in the whitened deviations of a window that the echo has taken in; NaN where a metric was
   * not judged.
   */
  public void add(double[] w, int offset, Echo echo, Persistence persistence) {
    Arrays.fill(product, 0);
    for (int m = 0; m < last.length; m++) {
      double now = w[offset + m];
      double fresh = persistence.fresh(m, now, last[m]);
      last[m] = now;
      double own = Double.isNaN(fresh) ? 0 : Math.max(-CLIP, Math.min(CLIP, fresh));
      for (int i = 0; i < Echo.COUNT; i++) {
        product[i] += own * echo.fresh(i, m);
      }
    }
    for (int i = 0; i < Echo.COUNT; i++) {
      common[i] += Echo.SPAN_STEP * (product[i] - common[i]);
    }
  }

  public double channel(Echo echo) {
    double highest = 0;
    for (int i = 0; i < Echo.COUNT; i++) {
      highest = Math.max(highest, common[i] / Math.sqrt(echo.square(i) + STILL));
    }
    return highest;
  }

  public void forget() {
    Arrays.fill(common, 0);
    Arrays.fill(last, Double.NaN);
  }

  public void write(DataOutput out) throws IOException {
    for (double value : common) {
      out.writeDouble(value);
    }
    Doubles.write(last, out);
  }

  public void readInto(DataInput in) throws IOException {
    for (int i = 0; i < Echo.COUNT; i++) {
      common[i] = in.readDouble();
    }
    last = Doubles.read(in);
  }
}
