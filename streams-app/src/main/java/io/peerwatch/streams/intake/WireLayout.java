package io.peerwatch.streams.intake;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Metrics in an order in which they came, as a map of numbers in one block: how many, each name
 * behind its length and before its value, an end. With the same names everything but the values is
 * the same, byte for byte; so a sample is held against the block of the one before it, eight bytes
 * at a time, with the values masked out.
 */
final class WireLayout {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[][] names;
  private final List<String> metrics;
  private final byte[] block;

  /** Ones where the block has to be the same, zeros where values are. */
  private final byte[] mask;

  private final int[] valueAt;

  /**
   * @param names as they are on the wire, each behind its length
   * @param metrics always the same list for the same order
   */
  WireLayout(byte[][] names, List<String> metrics) {
    this.names = names;
    this.metrics = metrics;
    valueAt = new int[names.length];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WireBytes.writeVarint(names.length, out);
    for (int i = 0; i < names.length; i++) {
      out.writeBytes(names[i]);
      valueAt[i] = out.size();
      out.writeBytes(new byte[Double.BYTES]);
    }
    WireBytes.writeVarint(0, out);
    block = out.toByteArray();
    mask = new byte[block.length];
    Arrays.fill(mask, (byte) -1);
    for (int at : valueAt) {
      Arrays.fill(mask, at, at + Double.BYTES, (byte) 0);
    }
  }

  List<String> metrics() {
    return metrics;
  }

  byte[] name(int i) {
    return names[i];
  }

  int size() {
    return names.length;
  }

  /** Reads the block with these names; null, and where it was, when it is any other. */
  double[] values(WireBytes in) {
    int from = in.position();
    byte[] bytes = in.bytes();
    if (bytes.length - from < block.length || differs(bytes, from)) {
      return null;
    }
    double[] values = new double[valueAt.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.longBitsToDouble((long) LONGS.get(bytes, from + valueAt[i]));
      if (!isValue(values[i])) {
        return null;
      }
    }
    in.goTo(from + block.length);
    return values;
  }

  private boolean differs(byte[] bytes, int from) {
    long different = 0;
    int last = block.length - Long.BYTES; // a block has a value, so it is longer than that
    for (int at = 0; at < last; at += Long.BYTES) {
      different |= differentAt(at, bytes, from);
    }
    return (different | differentAt(last, bytes, from)) != 0;
  }

  private long differentAt(int at, byte[] bytes, int from) {
    return ((long) LONGS.get(bytes, from + at) ^ (long) LONGS.get(block, at))
        & (long) LONGS.get(mask, at);
  }

  static boolean isValue(double value) {
    // Written so that NaN fails it too.
    return Math.abs(value) <= SampleRules.VALUE_MAX;
  }
}
