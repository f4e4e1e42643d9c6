package io.peerwatch.streams.intake;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Avro's binary form of the few types that a sample has. Whatever would read past the end, or is
 * not a name where one belongs, makes it {@link #failed}; what it gives from then on means nothing.
 */
final class WireBytes {
  private static final VarHandle DOUBLES =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int VARINT_BITS_MAX = 63;

  private byte[] bytes;
  private int at;
  private boolean failed;

  void open(byte[] value, int from) {
    bytes = value;
    at = from;
    failed = false;
  }

  byte[] bytes() {
    return bytes;
  }

  int position() {
    return at;
  }

  boolean failed() {
    return failed;
  }

  long varint() {
    long bits = 0;
    for (int shift = 0; shift <= VARINT_BITS_MAX; shift += 7) {
      if (at >= bytes.length) {
        break;
      }
      byte part = bytes[at++];
      bits |= (part & 0x7fL) << shift;
      if (part >= 0) {
        return (bits >>> 1) ^ -(bits & 1);
      }
    }
    failed = true;
    return 0;
  }

  double number() {
    if (bytes.length - at < Double.BYTES) {
      failed = true;
      return 0;
    }
    double value = (double) DOUBLES.get(bytes, at);
    at += Double.BYTES;
    return value;
  }

  /** A name of a group or host; null when it is none. */
  String name(KnownNames known) {
    int length = text();
    String name = failed ? null : known.of(bytes, at - length, length);
    failed |= name == null;
    return name;
  }

  /** Goes past a text; how many bytes it has. */
  int text() {
    long length = varint();
    if (length < 0 || length > bytes.length - at) {
      failed = true;
      return 0;
    }
    at += (int) length;
    return (int) length;
  }

  /** Goes on from there. */
  void goTo(int position) {
    at = position;
  }

  /** As {@link #varint} reads it. */
  static void writeVarint(long value, ByteArrayOutputStream out) {
    long bits = (value << 1) ^ (value >> VARINT_BITS_MAX);
    for (; (bits & ~0x7fL) != 0; bits >>>= 7) {
      out.write((int) (bits & 0x7f | 0x80));
    }
    out.write((int) bits);
  }

  /** Goes past a map of texts, behind which nothing may be left. */
  boolean skipTextsToEnd() {
    for (long left = block(); left > 0 && !failed; left = block()) {
      for (; left > 0 && !failed; left--) {
        text();
        text();
      }
    }
    return !failed && at == bytes.length;
  }

  /** How many entries the next block of a map has; 0 at its end. */
  long block() {
    long entries = varint();
    if (entries < 0) {
      varint(); // its size in bytes, for those who skip it
      return entries == Long.MIN_VALUE ? fail() : -entries;
    }
    return entries;
  }

  private long fail() {
    failed = true;
    return 0;
  }
}
