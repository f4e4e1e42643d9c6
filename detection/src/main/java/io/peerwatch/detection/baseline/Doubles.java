package io.peerwatch.detection.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Arrays of doubles as state: written to the last bit, and grown when a group gets new metrics. */
public final class Doubles {

  private Doubles() {}

  public static void write(double[] values, DataOutput out) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  public static double[] read(DataInput in) throws IOException {
    double[] values = new double[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }

  /** The array itself when it is long enough, else a longer one whose new places hold a value. */
  public static double[] grown(double[] values, int length, double filler) {
    if (values.length >= length) {
      return values;
    }
    double[] longer = Arrays.copyOf(values, length);
    Arrays.fill(longer, values.length, length, filler);
    return longer;
  }

  public static double clip(double value, double limit) {
    return Math.max(-limit, Math.min(limit, value));
  }
}
