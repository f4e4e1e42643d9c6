package io.peerwatch.detection.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Whole numbers in as few bytes as they need: seven bits a byte, small magnitudes first. */
public final class Varints {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private Varints() {}

  public static void write(long value, DataOutput out) throws IOException {
    long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
    while ((rest & -MORE) != 0) {
      out.writeByte((int) (rest & (MORE - 1)) | MORE);
      rest >>>= BITS;
    }
    out.writeByte((int) rest);
  }

  public static long read(DataInput in) throws IOException {
    long bits = 0;
    for (int shift = 0; ; shift += BITS) {
      if (shift >= Long.SIZE) {
        throw new IOException("a number of more than 64 bits");
      }
      int part = in.readUnsignedByte();
      bits |= (long) (part & (MORE - 1)) << shift;
      if (part < MORE) {
        return (bits >>> 1) ^ -(bits & 1);
      }
    }
  }

  /** The same for what fits an int. */
  public static int readInt(DataInput in) throws IOException {
    long value = read(in);
    if (value != (int) value) {
      throw new IOException(value + " is too large here");
    }
    return (int) value;
  }
}
