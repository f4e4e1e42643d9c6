package io.peerwatch.streams.intake;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
  private final int length;

  /** Where the eight bytes begin that are compared; values alone are left out. */
  private final int[] wordAt;

  private final long[] words;

  /** Ones where a word has to be the same, zeros where it reaches into a value. */
  private final long[] masks;

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
    byte[] block = out.toByteArray();
    byte[] mask = new byte[block.length];
    Arrays.fill(mask, (byte) -1);
    for (int at : valueAt) {
      Arrays.fill(mask, at, at + Double.BYTES, (byte) 0);
    }
    length = block.length;
    // A block has a value, so it is longer than a word; the last one may reach back.
    wordAt =
        IntStream.iterate(0, at -> at < length, at -> at + Long.BYTES)
            .map(at -> Math.min(at, length - Long.BYTES))
            .filter(at -> (long) LONGS.get(mask, at) != 0)
            .toArray();
    words = IntStream.of(wordAt).mapToLong(at -> (long) LONGS.get(block, at)).toArray();
    masks = IntStream.of(wordAt).mapToLong(at -> (long) LONGS.get(mask, at)).toArray();
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
    if (bytes.length - from < length || differs(bytes, from)) {
      return null;
    }
    double[] values = new double[valueAt.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.longBitsToDouble((long) LONGS.get(bytes, from + valueAt[i]));
      if (!isValue(values[i])) {
        return null;
      }
    }
    in.goTo(from + length);
    return values;
  }

  private boolean differs(byte[] bytes, int from) {
    long different = 0;
    for (int w = 0; w < words.length; w++) {
      different |= ((long) LONGS.get(bytes, from + wordAt[w]) ^ words[w]) & masks[w];
    }
    return different != 0;
  }

  static boolean isValue(double value) {
    // Written so that NaN fails it too.
    return Math.abs(value) <= SampleRules.VALUE_MAX;
  }
}
