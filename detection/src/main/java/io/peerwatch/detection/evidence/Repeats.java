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

  /** What is kept of each metric, side by side, because all of it is needed at once. */
  private static final int FIGURES = 4;

  private static final int LAST = 0;
  private static final int RUN = 1;
  private static final int LONGEST = 2;
  private static final int RATE = 3;

  private double[] kept = new double[0];
  private double seen;
  private boolean anyRuns;

  public void grow(int metrics) {
    int before = kept.length / FIGURES;
    if (metrics > before) {
      kept = Arrays.copyOf(kept, metrics * FIGURES);
      for (int m = before; m < metrics; m++) {
        kept[m * FIGURES + LAST] = Double.NaN;
        kept[m * FIGURES + RATE] = RATE_PRIOR;
      }
    }
  }

  /** Whether any metric repeats itself just now. */
  public boolean anyRuns() {
    return anyRuns;
  }

  /** Repetitions up to now: 0 where the value has just changed. */
  public double run(int m) {
    return kept[m * FIGURES + RUN];
  }

  /** The longest run that ended, forgotten slowly. */
  public double longest(int m) {
    return kept[m * FIGURES + LONGEST];
  }

  /** Share of windows in which the metric repeats itself, 0..1. */
  public double rate(int m) {
    return kept[m * FIGURES + RATE];
  }

  /** Whether the metric repeats itself nearly always, as flags and error counts do. */
  public boolean sparse(int m) {
    return rate(m) > SPARSE_RATE;
  }

  /**
   * Takes in the values of a window; NaN where a metric was not reported: then a run neither grows
   * nor ends.
   *
   * @param offset of the host's first metric
   * @param believed whether the end of a run may teach how long runs usually get
   * @param left how much of the longest run is not forgotten in a window, 0..1
   */
  public void add(double[] raw, int offset, int metrics, boolean believed, double left) {
    double step = Math.max(RATE_STEP, 1 / (seen + 2));
    double[] of = kept;
    anyRuns = false;
    for (int m = 0; m < metrics; m++) {
      int at = m * FIGURES;
      double value = raw[offset + m];
      double run = of[at + RUN];
      of[at + LONGEST] *= left;
      if (Double.isNaN(value)) {
        anyRuns |= run > 0;
        continue;
      }
      boolean again = value == of[at + LAST];
      if (again) {
        anyRuns = true;
        of[at + RUN] = run + 1;
      } else if (run != 0) {
        of[at + LONGEST] = believed ? Math.max(of[at + LONGEST], run) : of[at + LONGEST];
        of[at + RUN] = 0;
      }
      if (!Double.isNaN(of[at + LAST])) {
        of[at + RATE] += step * ((again ? 1 : 0) - of[at + RATE]);
      }
      of[at + LAST] = value;
    }
    seen++;
  }

  public void forget() {
    for (int at = 0; at < kept.length; at += FIGURES) {
      kept[at + LAST] = Double.NaN;
      kept[at + RUN] = 0;
    }
  }

  public void write(DataOutput out) throws IOException {
    int metrics = kept.length / FIGURES;
    for (int figure = 0; figure < FIGURES; figure++) {
      double[] values = new double[metrics];
      for (int m = 0; m < metrics; m++) {
        values[m] = kept[m * FIGURES + figure];
      }
      Doubles.write(values, out);
    }
    out.writeDouble(seen);
  }

  public void readInto(DataInput in) throws IOException {
    for (int figure = 0; figure < FIGURES; figure++) {
      double[] values = Doubles.read(in);
      grow(values.length);
      for (int m = 0; m < values.length; m++) {
        kept[m * FIGURES + figure] = values[m];
      }
    }
    seen = in.readDouble();
  }
}
