package io.peerwatch.detection.capacity.peak;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** One value an hour for so many hours; NaN for an hour of which nothing was heard. */
final class HourRing {
  private final float[] values;

  HourRing(int hours) {
    values = new float[hours];
    clear();
  }

  void clear() {
    Arrays.fill(values, Float.NaN);
  }

  int hours() {
    return values.length;
  }

  void set(long hour, double value) {
    values[slot(hour)] = (float) value;
  }

  double of(long hour) {
    return values[slot(hour)];
  }

  private int slot(long hour) {
    return (int) Math.floorMod(hour, (long) values.length);
  }

  void write(DataOutput out) throws IOException {
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  void read(DataInput in) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
  }
}
