package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How long a host's metrics have been repeating the very same value, window after window, and how
 * long such runs usually get: a sensor that is stuck shows by a run that nobody in the group had
 * before. Values that were rounded, or of a host that idles, repeat in runs, too; the longest of
 * them say what means nothing.
 */
public final class Repeats {

  /** A metric that repeats itself in more than this share of windows hardly ever changes. */
  private static final double SPARSE_RATE = 0.8;

  /** Before anything is known a metric is believed to repeat every other window. */
  private static final double RATE_PRIOR = 0.5;

  private static final double RATE_STEP = 1.0 / 1000;

  private double[] last = new double[0];
  private double[] run = new double[0];
  private double[] longest = new double[0];
  private double[] rate = new double[0];
  private double seen;

  public void grow(int metrics) {
    last = Doubles.grown(last, metrics, Double.NaN);
    run = Doubles.grown(run, metrics, 0);
    longest = Doubles.grown(longest, metrics, 0);
    rate = Doubles.grown(rate, metrics, RATE_PRIOR);
  }

  /** Repetitions up to now: 0 where the value has just changed. */
  public double run(int m) {
    return run[m];
  }

  /** The longest run that ended, forgotten slowly. */
  public double longest(int m) {
    return longest[m];
  }

  /** Share of windows in which the metric repeats itself, 0..1. */
  public double rate(int m) {
    return rate[m];
  }

  /** Whether the metric repeats itself nearly always, as flags and error counts do. */
  public boolean sparse(int m) {
    return rate[m] > SPARSE_RATE;
  }

  /**
   * Takes in the values of a window; NaN where a metric was not reported: then a run neither grows
   * nor ends.
   *
   * @param offset of the host's first metric
   * @param believed whether the end of a run may teach how long runs usually get
   * @param kept how much of the longest run is not forgotten in a window, 0..1
   */
  public void add(double[] raw, int offset, int metrics, boolean believed, double kept) {
    double step = Math.max(RATE_STEP, 1 / (seen + 2));
    for (int m = 0; m < metrics; m++) {
      double value = raw[offset + m];
      longest[m] *= kept;
      if (Double.isNaN(value)) {
        continue;
      }
      boolean again = value == last[m];
      double before = run[m];
      if (again) {
        run[m] = before + 1;
      } else if (before != 0) {
        longest[m] = believed ? Math.max(longest[m], before) : longest[m];
        run[m] = 0;
      }
      if (!Double.isNaN(last[m])) {
        rate[m] += step * ((again ? 1 : 0) - rate[m]);
      }
      last[m] = value;
    }
    seen++;
  }

  public void forget() {
    Arrays.fill(run, 0);
    Arrays.fill(last, Double.NaN);
  }

  public void write(DataOutput out) throws IOException {
    Doubles.write(last, out);
    Doubles.write(run, out);
    Doubles.write(longest, out);
    Doubles.write(rate, out);
    out.writeDouble(seen);
  }

  public void readInto(DataInput in) throws IOException {
    last = Doubles.read(in);
    run = Doubles.read(in);
    longest = Doubles.read(in);
    rate = Doubles.read(in);
    seen = in.readDouble();
  }
}
