package io.peerwatch.streams.state;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/**
 * Reads pieces one after another, for one thread: Java's streams over arrays take a lock for each
 * byte, and a restart reads some hundred million.
 */
final class PieceReader extends InputStream {
  private final Iterator<byte[]> further;
  private byte[] piece;
  private int at;

  /**
   * @param from where the first piece is read from
   */
  PieceReader(byte[] first, int from, List<byte[]> further) {
    this.piece = first;
    this.at = from;
    this.further = further.iterator();
  }

  @Override
  public int read() {
    return atEnd() ? -1 : piece[at++] & 0xFF;
  }

  @Override
  public int read(byte[] to, int from, int length) {
    if (length == 0) {
      return 0;
    }
    if (atEnd()) {
      return -1;
    }
    int part = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, to, from, part);
    at += part;
    return part;
  }

  private boolean atEnd() {
    while (at >= piece.length) {
      if (!further.hasNext()) {
        return true;
      }
      piece = further.next();
      at = 0;
    }
    return false;
  }
}
