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

  private static final double[] BEGIN = begins();
  private static final double LARGEST = BEGIN[BINS - 1];
  private static final int KEY_MIN = keyOf(SMALLEST);
  private static final int[] FIRST_OF_KEY = firsts();

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
    if (!(value < LARGEST)) {
      return BINS - 1;
    }
    int bin = FIRST_OF_KEY[keyOf(value) - KEY_MIN];
    return value >= BEGIN[bin + 1] ? bin + 1 : bin; // of one key there is one edge at most
  }

  /** The exponent and so many bits of the significand that no two edges of bins have one key. */
  private static int keyOf(double value) {
    return (int) (Double.doubleToRawLongBits(value) >> 47);
  }

  private static int byLogarithm(double value) {
    return Math.min(BINS - 1, 1 + (int) (StrictMath.log(value / SMALLEST) / LOG_STEP));
  }

  /** Where each bin begins: the least value whose logarithm falls into it. */
  private static double[] begins() {
    double[] begins = new double[BINS];
    begins[1] = SMALLEST;
    for (int bin = 2; bin < BINS; bin++) {
      long below = Double.doubleToRawLongBits(begins[bin - 1]);
      long within = Double.doubleToRawLongBits(begins[bin - 1] * 1.1);
      while (within - below > 1) {
        long middle = (below + within) >>> 1;
        if (byLogarithm(Double.longBitsToDouble(middle)) >= bin) {
          within = middle;
        } else {
          below = middle;
        }
      }
      begins[bin] = Double.longBitsToDouble(within);
    }
    return begins;
  }

  /** By key: the bin in which the least value of that key lies. */
  private static int[] firsts() {
    int[] firsts = new int[keyOf(LARGEST) - KEY_MIN + 1];
    for (int key = 0; key < firsts.length; key++) {
      double least = Double.longBitsToDouble((long) (key + KEY_MIN) << 47);
      firsts[key] = least < SMALLEST ? 1 : byLogarithm(least);
    }
    return firsts;
  }

  void write(DataOutput out) throws IOException {
    Doubles.write(counts, out);
  }

  void readInto(DataInput in) throws IOException {
    counts = Doubles.read(in);
  }
}
