package io.peerwatch.detection.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Sum of doubles without rounding error, rounded once when it is read: the order in which values
 * came in changes nothing, to the last bit.
 *
 * <p>The sum is held as non-overlapping partials of increasing magnitude whose exact total it is
 * (J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic, 1997). Values of similar size need
 * one or two. Values up to 1e300 in magnitude are safe from overflow in any number that a window
 * can hold.
 */
final class ExactSum {
  private double[] partials = new double[2];
  private int size;
  private int count;

  /**
   * @param count how many values were added
   * @param partials non-overlapping, of increasing magnitude, which sum up to them
   */
  static ExactSum of(int count, double... partials) {
    ExactSum sum = new ExactSum();
    sum.count = count;
    sum.size = partials.length;
    sum.partials = partials;
    return sum;
  }

  void add(double value) {
    double x = value;
    int kept = 0;
    for (int j = 0; j < size; j++) {
      double y = partials[j];
      if (Math.abs(x) < Math.abs(y)) {
        double swap = x;
        x = y;
        y = swap;
      }
      double high = x + y;
      double low = y - (high - x);
      if (low != 0) {
        partials[kept++] = low;
      }
      x = high;
    }
    if (kept == partials.length) {
      partials = Arrays.copyOf(partials, kept * 2);
    }
    partials[kept++] = x;
    size = kept;
    count++;
  }

  /** How many values were added. */
  int count() {
    return count;
  }

  /** Mean of the values; NaN when there are none. */
  double mean() {
    return count == 0 ? Double.NaN : rounded() / count;
  }

  /** The exact sum, rounded half to even. */
  private double rounded() {
    int n = size;
    if (n == 0) {
      return 0;
    }
    double high = partials[--n];
    double low = 0;
    while (n > 0) {
      double x = high;
      double y = partials[--n];
      high = x + y;
      low = y - (high - x);
      if (low != 0) {
        break;
      }
    }
    // Half-way cases round to even only when what lies below the two partials is known too.
    if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) {
      double twice = low * 2;
      double x = high + twice;
      if (twice == x - high) {
        high = x;
      }
    }
    return high;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(count);
    out.writeByte(size);
    for (int i = 0; i < size; i++) {
      out.writeDouble(partials[i]);
    }
  }

  static ExactSum read(DataInput in) throws IOException {
    ExactSum sum = new ExactSum();
    sum.count = in.readInt();
    sum.size = in.readUnsignedByte();
    sum.partials = new double[Math.max(2, sum.size)];
    for (int i = 0; i < sum.size; i++) {
      sum.partials[i] = in.readDouble();
    }
    return sum;
  }
}
