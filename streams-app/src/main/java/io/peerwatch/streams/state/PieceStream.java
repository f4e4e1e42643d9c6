package io.peerwatch.streams.state;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Cuts what is written to it into pieces; the first is held back until their number is known. */
final class PieceStream extends OutputStream {
  /** Well under what a broker takes by default (1 MB), key and headers included. */
  static final int BYTES_MAX = 512 << 10;

  private final Further further;
  private byte[] first;
  private int firstBytes;
  private byte[] piece;
  private int size;
  private int count = 1;

  /**
   * @param room to begin with, not empty; it may be used again once {@link #first} was taken
   */
  PieceStream(byte[] room, Further further) {
    this.piece = room;
    this.further = further;
  }

  /** Takes the second piece and those behind it; {@code n} counts from 1. */
  interface Further {
    void put(int n, byte[] piece);
  }

  @Override
  public void write(int value) {
    makeRoom(1);
    piece[size++] = (byte) value;
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    int done = 0;
    while (done < length) {
      makeRoom(Math.min(length - done, BYTES_MAX));
      int part = Math.min(length - done, piece.length - size);
      System.arraycopy(bytes, from + done, piece, size, part);
      size += part;
      done += part;
    }
  }

  private void makeRoom(int wanted) {
    if (size == BYTES_MAX) {
      endPiece();
    }
    if (size + wanted > piece.length && piece.length < BYTES_MAX) {
      int enough = Math.max(piece.length * 4, size + wanted);
      piece = Arrays.copyOf(piece, Math.min(BYTES_MAX, enough));
    }
  }

  private void endPiece() {
    if (first == null) {
      first = piece;
      firstBytes = size;
    } else {
      further.put(count - 1, size == piece.length ? piece : Arrays.copyOf(piece, size));
    }
    piece = new byte[BYTES_MAX];
    size = 0;
    count++;
  }

  /** How many pieces there are; nothing may be written any more. */
  int count() {
    return count;
  }

  long bytes() {
    return (long) (count - 1) * BYTES_MAX + size;
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
