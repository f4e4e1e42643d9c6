package io.peerwatch.streams.intake;

import io.peerwatch.schemas.topics.Names;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names of hosts and groups by their bytes: who sends again and again is looked into once, and
 * always gets the very same text, whose hash is known. A table in which each name has one place, so
 * that it takes as much room however many names there are.
 */
final class KnownNames {
  private static final int PLACES = 1 << 14;
  private static final long MIX = 0x9E3779B97F4A7C15L; // 2^64 over the golden ratio
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final boolean[] ALLOWED = allowed();

  private final byte[][] bytes = new byte[PLACES][];
  private final String[] names = new String[PLACES];

  /** The name in those bytes; null when they are none. */
  String of(byte[] in, int from, int length) {
    int place = place(in, from, length);
    byte[] known = bytes[place];
    if (known != null && Arrays.equals(known, 0, known.length, in, from, from + length)) {
      return names[place];
    }
    if (!isName(in, from, length)) {
      return null;
    }
    bytes[place] = Arrays.copyOfRange(in, from, from + length);
    names[place] = new String(bytes[place], StandardCharsets.ISO_8859_1);
    return names[place];
  }

  private static int place(byte[] in, int from, int length) {
    long hash = length;
    int at = from;
    for (int end = from + length - Long.BYTES; at <= end; at += Long.BYTES) {
      hash = (hash ^ (long) LONGS.get(in, at)) * MIX;
    }
    for (int end = from + length; at < end; at++) {
      hash = (hash ^ in[at]) * MIX;
    }
    return (int) (hash >>> 40) & (PLACES - 1);
  }

  private static boolean isName(byte[] in, int from, int length) {
    if (length < 1 || length > Names.LENGTH_MAX) {
      return false;
    }
    for (int i = from; i < from + length; i++) {
      if (!ALLOWED[in[i] & 0xff]) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] allowed() {
    boolean[] allowed = new boolean[256];
    for (char c = 0; c < 128; c++) {
      allowed[c] = Names.isName(String.valueOf(c));
    }
    return allowed;
  }
}
