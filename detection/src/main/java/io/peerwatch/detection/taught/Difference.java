package io.peerwatch.detection.taught;

import io.peerwatch.detection.baseline.Doubles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How far a host that is apart is from what is expected of it at present: by metric the mean of the
 * residuals of its last six windows, so that one window's noise is not learned, and of its very
 * last ones, to see whether they are still there. In the host's standard units.
 */
final class Difference {

  private static final int WINDOWS = 6;

  private static final double LATELY_STEP = 0.5;

  private double[] mean = new double[0];
  private double[] lately = new double[0];
  private int windows;
  private boolean aside;
  private boolean withOthers;

  boolean known() {
    return windows > 0;
  }

  /** Of a metric, in the host's standard units; 0 where none was told. */
  double of(int m) {
    return m < mean.length ? mean[m] : 0;
  }

  /** The same over the very last windows. */
  double lately(int m) {
    return m < lately.length ? lately[m] : 0;
  }

  /**
   * Length of the difference over the very last windows.
   *
   * @param among metrics that count; empty for all
   */
  double size(int[] among) {
    double squares = 0;
    for (int m = 0; m < lately.length && among.length == 0; m++) {
      squares += lately[m] * lately[m];
    }
    for (int m : among) {
      squares += lately(m) * lately(m);
    }
    return Math.sqrt(squares);
  }

  /** Whether it is apart by trailing behind or being stuck, rather than by the size of these. */
  boolean aside() {
    return aside;
  }

  /** Whether it is apart together with others. */
  boolean withOthers() {
    return withOthers;
  }

  int metrics() {
    return mean.length;
  }

  /** Takes in the residuals of a window; NaN where a metric was not judged. */
  void add(double[] d, boolean isAside, boolean isWithOthers) {
    mean = Doubles.grown(mean, d.length, 0);
    lately = Doubles.grown(lately, d.length, 0);
    windows = Math.min(WINDOWS, windows + 1);
    for (int m = 0; m < d.length; m++) {
      double residual = d[m];
      if (!Double.isNaN(residual)) {
        mean[m] += (residual - mean[m]) / windows;
        lately[m] += Math.max(LATELY_STEP, 1.0 / windows) * (residual - lately[m]);
      }
    }
    aside = isAside;
    withOthers = isWithOthers;
  }

  /** What is expected was moved: the difference of a metric is that much larger. */
  void add(int m, double more) {
    if (windows > 0 && m < mean.length) {
      mean[m] += more;
      lately[m] += more;
    }
  }

  void forget() {
    if (windows > 0) {
      mean = new double[0];
      lately = new double[0];
      windows = 0;
      aside = false;
      withOthers = false;
    }
  }

  double[] values() {
    return Arrays.copyOf(mean, mean.length);
  }

  void write(DataOutput out) throws IOException {
    Doubles.write(mean, out);
    out.writeInt(windows);
    Doubles.write(lately, out);
    out.writeBoolean(aside);
    out.writeBoolean(withOthers);
  }

  void readInto(DataInput in) throws IOException {
    mean = Doubles.read(in);
    windows = in.readInt();
    lately = Doubles.read(in);
    aside = in.readBoolean();
    withOthers = in.readBoolean();
  }
}
