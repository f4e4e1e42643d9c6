package io.peerwatch.streams.state;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cuts what is written to it into pieces; the first is held back until their number is known. The
 * bytes are those of Java's {@link DataOutputStream}, put where they belong at once: every window
 * of every group is written.
 */
final class StateOutput implements DataOutput {
  /** Well under what a broker takes by default (1 MB), key and headers included. */
  static final int BYTES_MAX = 512 << 10;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int ASCII_MAX = 0x7f;

  private static final int ROOM_BYTES = 512;

  private final int pieceMax;
  private final Further further;
  private byte[] first;
  private int firstBytes;
  private byte[] piece;
  private int size;
  private int count = 1;

  /**
   * @param room to begin with, not empty; it may be used again once {@link #first} was taken
   */
  StateOutput(byte[] room, Further further) {
    this(room, BYTES_MAX, further);
  }

  private StateOutput(byte[] room, int pieceMax, Further further) {
    this.piece = room;
    this.pieceMax = pieceMax;
    this.further = further;
  }

  /** Of one piece, as long as it may be. */
  static StateOutput whole() {
    return new StateOutput(new byte[ROOM_BYTES], Integer.MAX_VALUE - 8, null);
  }

  /** Takes the second piece and those behind it; {@code n} counts from 1. */
  interface Further {
    void put(int n, byte[] piece);
  }

  @Override
  public void write(int value) {
    if (size == piece.length) {
      makeRoom(1);
    }
    piece[size++] = (byte) value;
  }

  @Override
  public void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    int done = 0;
    while (done < length) {
      makeRoom(Math.min(length - done, pieceMax));
      int part = Math.min(length - done, piece.length - size);
      System.arraycopy(bytes, from + done, piece, size, part);
      size += part;
      done += part;
    }
  }

  @Override
  public void writeBoolean(boolean value) {
    write(value ? 1 : 0);
  }

  @Override
  public void writeByte(int value) {
    write(value);
  }

  @Override
  public void writeShort(int value) {
    write(value >>> 8);
    write(value);
  }

  @Override
  public void writeChar(int value) {
    writeShort(value);
  }

  @Override
  public void writeInt(int value) {
    if (fits(Integer.BYTES)) {
      INTS.set(piece, size, value);
      size += Integer.BYTES;
    } else {
      writeShort(value >>> 16);
      writeShort(value);
    }
  }

  @Override
  public void writeLong(long value) {
    if (fits(Long.BYTES)) {
      LONGS.set(piece, size, value);
      size += Long.BYTES;
    } else {
      writeInt((int) (value >>> 32));
      writeInt((int) value);
    }
  }

  @Override
  public void writeFloat(float value) {
    writeInt(Float.floatToIntBits(value));
  }

  @Override
  public void writeDouble(double value) {
    writeLong(Double.doubleToLongBits(value));
  }

  @Override
  public void writeBytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      write(text.charAt(i));
    }
  }

  @Override
  public void writeChars(String text) {
    for (int i = 0; i < text.length(); i++) {
      writeChar(text.charAt(i));
    }
  }

  @Override
  public void writeUTF(String text) throws IOException {
    int length = text.length();
    if (!fits(Short.BYTES + length) || !isPlain(text)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * length);
      new DataOutputStream(bytes).writeUTF(text);
      write(bytes.toByteArray());
      return;
    }
    writeShort(length);
    for (int i = 0; i < length; i++) {
      piece[size++] = (byte) text.charAt(i);
    }
  }

  /** Whether it is as long in bytes, and not too long. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || c > ASCII_MAX) {
        return false;
      }
    }
    return text.length() <= Short.MAX_VALUE;
  }

  /** Whether so many bytes lie in one piece; there is room for them then. */
  private boolean fits(int wanted) {
    if (size + wanted > piece.length) {
      if (size + wanted > pieceMax) {
        return false;
      }
      makeRoom(wanted);
    }
    return true;
  }

  private void makeRoom(int wanted) {
    if (size == pieceMax) {
      endPiece();
    }
    if (size + wanted > piece.length && piece.length < pieceMax) {
      int enough = Math.max(piece.length * 4, size + wanted);
      piece = Arrays.copyOf(piece, Math.min(pieceMax, enough));
    }
  }

  private void endPiece() {
    if (first == null) {
      first = piece;
      firstBytes = size;
    } else {
      further.put(count - 1, size == piece.length ? piece : Arrays.copyOf(piece, size));
    }
    piece = new byte[pieceMax];
    size = 0;
    count++;
  }

  /** All that was written to one piece. */
  byte[] bytesOfWhole() {
    return Arrays.copyOf(piece, size);
  }

  /** How many pieces there are; nothing may be written any more. */
  int count() {
    return count;
  }

  long bytes() {
    return (long) (count - 1) * pieceMax + size;
  }

  /** What the first piece was written to: the room that was given, or as much more as it took. */
  byte[] room() {
    return first == null ? piece : first;
  }

  /** Ends the last piece; the first one, with the number of pieces in front. */
  byte[] first() {
    if (first == null) {
      first = piece;
      firstBytes = size;
    } else if (size > 0 || count > 1) {
      further.put(count - 1, Arrays.copyOf(piece, size));
    }
    return ByteBuffer.allocate(Integer.BYTES + firstBytes)
        .putInt(count)
        .put(first, 0, firstBytes)
        .array();
  }
}
