package io.peerwatch.streams.state;

import io.peerwatch.schemas.topics.Names;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * State of any size in a store whose log takes no record above a size: a value is cut into pieces,
 * the first under its own key with the number of pieces in front, the others under {@code key|n}.
 * All are put while one record is processed, so that they are committed together.
 */
public final class Pieces {
  /** Values are written into room of before; more than this is not held on to. */
  private static final int ROOM_BYTES_MAX = 64 << 10;

  private final KeyValueStore<String, byte[]> store;
  private byte[] room = new byte[1 << 10];

  /** How many pieces there are of values that have several. */
  private final Map<String, Integer> several = new HashMap<>();

  public Pieces(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /** Puts the value in the place of the one before; how many bytes it has. */
  public long put(String key, StoredBytes.Writing value) {
    StateOutput pieces = new StateOutput(room, (n, piece) -> store.put(pieceKey(key, n), piece));
    try {
      value.write(pieces);
    } catch (IOException e) {
      throw new UncheckedIOException("State could not be written to memory", e);
    }
    store.put(key, pieces.first());
    room = pieces.room().length <= ROOM_BYTES_MAX ? pieces.room() : room;
    keepCount(key, pieces.count());
    return pieces.bytes();
  }

  private void keepCount(String key, int pieces) {
    Integer before = pieces > 1 ? several.put(key, pieces) : several.remove(key);
    for (int n = pieces; before != null && n < before; n++) {
      store.delete(pieceKey(key, n));
    }
  }

  public void delete(String key) {
    store.delete(key);
    keepCount(key, 1);
  }

  /** The value; null when there is none. */
  public DataInputStream get(String key) {
    byte[] first = store.get(key);
    if (first == null) {
      return null;
    }
    int pieces = count(key, first);
    List<byte[]> further = new ArrayList<>();
    for (int n = 1; n < pieces; n++) {
      byte[] piece = store.get(pieceKey(key, n));
      if (piece == null) {
        throw new UncheckedIOException(
            new IOException("Piece %d of the stored state of %s is missing".formatted(n, key)));
      }
      further.add(piece);
    }
    if (pieces > 1) {
      several.put(key, pieces);
    }
    return new DataInputStream(new PieceReader(first, Integer.BYTES, further));
  }

  private static int count(String key, byte[] first) {
    if (first.length < Integer.BYTES) {
      throw new UncheckedIOException(
          new IOException(
              "The stored state of %s ends after %d bytes".formatted(key, first.length)));
    }
    return ByteBuffer.wrap(first).getInt();
  }

  /** Names every key that is a name: of a group, neither of a piece nor of something else. */
  public void eachName(Consumer<String> each) {
    List<String> names = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      while (all.hasNext()) {
        String key = all.next().key;
        if (key.indexOf(Names.SEPARATOR) < 0) {
          names.add(key);
        }
      }
    }
    names.forEach(each);
  }

  private static String pieceKey(String key, int n) {
    return key + Names.SEPARATOR + n;
  }
}
