package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How often a positive figure had which size lately, in steps of four percent. Counts of one window
 * are whole numbers, so the order of hosts makes no difference.
 */
final class DecayingHistogram {

  private static final int BINS = 200;
  private static final double SMALLEST = 0.02;
  private static final double LOG_STEP = StrictMath.log(1.04);

  private double[] counts = new double[BINS];

  void add(double value) {
    counts[binOf(value)]++;
  }

  void decay(double factor) {
    for (int i = 0; i < BINS; i++) {
      counts[i] *= factor;
    }
  }

  /** The value under which a share of the counts lies; 0 without counts. */
  double quantile(double share) {
    double total = 0;
    for (double count : counts) {
      total += count;
    }
    double left = share * total;
    for (int i = 0; i < BINS && total > 0; i++) {
      if (counts[i] >= left) {
        double within = counts[i] > 0 ? left / counts[i] : 0;
        return i == 0 ? SMALLEST * within : SMALLEST * StrictMath.exp(LOG_STEP * (i - 1 + within));
      }
      left -= counts[i];
    }
    return total > 0 ? SMALLEST * StrictMath.exp(LOG_STEP * (BINS - 1)) : 0;
  }

  private static int binOf(double value) {
    if (value < SMALLEST) {
      return 0;
    }
    return Math.min(BINS - 1, 1 + (int) (StrictMath.log(value / SMALLEST) / LOG_STEP));
  }

  void write(DataOutput out) throws IOException {
    Doubles.write(counts, out);
  }

  void readInto(DataInput in) throws IOException {
    counts = Doubles.read(in);
  }
}
