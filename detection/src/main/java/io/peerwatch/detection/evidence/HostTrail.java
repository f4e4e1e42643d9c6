package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What one host's deviations were in its last windows, seen in three ways:
 *
 * <pre>
 *   A  median of the last 3 of  RMS over metrics of min(|w|, 4)     large faults, all of them at once
 *   B  RMS over metrics of an EWMA of w, span 12                    small shifts that stay, leaks
 *   C  median of the last 3 of  the 3rd largest |w|                 agreement of several metrics
 * </pre>
 */
public final class HostTrail {

  public static final int CHANNELS = 3;

  private static final double SPAN_STEP = 2.0 / 13;
  private static final double CLIP_A = 4;
  private static final double CLIP_B = 16;

  private double[] drift = new double[0];
  private double[] recent = new double[0];
  private final double[] lastA = new double[3];
  private final double[] lastC = new double[3];
  private final double[] before = new double[CHANNELS];
  private int windows;
  private double rms;

  public void grow(int metrics) {
    drift = Doubles.grown(drift, metrics, 0);
    if (recent.length < 3 * metrics) {
      int before = recent.length / 3;
      double[] next = new double[3 * metrics];
      for (int slot = 0; slot < 3; slot++) {
        System.arraycopy(recent, slot * before, next, slot * metrics, before);
      }
      recent = next;
    }
  }

  /** Takes in the whitened deviations of a window; NaN where a metric was not judged. */
  public void add(double[] w, int offset, int metrics) {
    int slot = windows % 3;
    double squares = 0;
    int known = 0;
    long first = 0;
    long second = 0;
    long third = 0;
    int begin = slot * (recent.length / 3);
    // Comparing first is quicker here than Math.min and max: what is rare is foreseen.
    for (int m = 0; m < metrics; m++) {
      double value = w[offset + m];
      if (Double.isNaN(value)) {
        recent[begin + m] = 0;
        continue;
      }
      double size = Math.abs(value);
      double clipped = size <= CLIP_B ? value : Doubles.clip(value, CLIP_B);
      recent[begin + m] = clipped;
      drift[m] += SPAN_STEP * (clipped - drift[m]);
      double a = size <= CLIP_A ? size : CLIP_A;
      squares += a * a;
      known++;
      // the bits of positive numbers are in their order, and whole numbers compare without a branch
      long bits = Double.doubleToRawLongBits(size);
      long lower = Math.min(first, bits);
      first = Math.max(first, bits);
      third = Math.max(third, Math.min(second, lower));
      second = Math.max(second, lower);
    }
    rms = known == 0 ? 0 : Math.sqrt(squares / known);
    lastA[slot] = rms;
    lastC[slot] = Double.longBitsToDouble(known >= 3 ? third : known == 2 ? second : first);
    windows++;
  }

  /** Channel A, B and C, to {@code out} from {@code offset}. */
  public void channels(double[] out, int offset) {
    out[offset] = lately(lastA);
    out[offset + 1] = drifted();
    out[offset + 2] = lately(lastC);
  }

  /** Channels of the window before, kept by the caller. */
  public double[] before() {
    return before;
  }

  /** RMS of this window alone. */
  public double rms() {
    return rms;
  }

  /** Windows taken in. */
  public int windows() {
    return windows;
  }

  /** The slow mean of w of one metric. */
  public double drift(int m) {
    return drift[m];
  }

  /** The mean of the last three w of one metric. */
  public double recent(int m) {
    int stride = recent.length / 3;
    int n = Math.max(1, Math.min(3, windows));
    return (recent[m] + recent[stride + m] + recent[2 * stride + m]) / n;
  }

  /** The mean of the last three |w| of one metric: its part in the blame. */
  public double recentSize(int m) {
    int stride = recent.length / 3;
    int n = Math.max(1, Math.min(3, windows));
    double sum =
        Math.abs(recent[m]) + Math.abs(recent[stride + m]) + Math.abs(recent[2 * stride + m]);
    return sum / n;
  }

  /** Forgets the slow means, once the trouble they told of is over. */
  public void forgetDrift() {
    Arrays.fill(drift, 0);
    before[1] = 0;
  }

  /** Forgets everything, as if the host were new. */
  public void forget() {
    forgetDrift();
    Arrays.fill(recent, 0);
    Arrays.fill(lastA, 0);
    Arrays.fill(lastC, 0);
    Arrays.fill(before, 0);
    windows = 0;
    rms = 0;
  }

  private double drifted() {
    double squares = 0;
    for (double value : drift) {
      squares += value * value;
    }
    return drift.length == 0 ? 0 : Math.sqrt(squares / drift.length);
  }

  private double lately(double[] last) {
    if (windows < 3) {
      return windows == 0 ? 0 : windows == 1 ? last[0] : Math.min(last[0], last[1]);
    }
    return Math.max(Math.min(last[0], last[1]), Math.min(Math.max(last[0], last[1]), last[2]));
  }

  public void write(DataOutput out) throws IOException {
    Doubles.write(drift, out);
    Doubles.write(recent, out);
    Doubles.write(lastA, out);
    Doubles.write(lastC, out);
    Doubles.write(before, out);
    out.writeInt(windows);
    out.writeDouble(rms);
  }

  public void readInto(DataInput in) throws IOException {
    drift = Doubles.read(in);
    recent = Doubles.read(in);
    System.arraycopy(Doubles.read(in), 0, lastA, 0, 3);
    System.arraycopy(Doubles.read(in), 0, lastC, 0, 3);
    System.arraycopy(Doubles.read(in), 0, before, 0, CHANNELS);
    windows = in.readInt();
    rms = in.readDouble();
  }
}
