package io.peerwatch.streams.state;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** State as the bytes of a store's value. */
public final class StoredBytes {

  /** Something that can write itself. */
  public interface Writing {
    void write(DataOutput out) throws IOException;
  }

  private StoredBytes() {}

  public static byte[] of(Writing state) {
    StateOutput bytes = StateOutput.whole();
    try {
      state.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("State could not be written to memory", e);
    }
    return bytes.bytesOfWhole();
  }

  public static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new PieceReader(bytes, 0, List.of()));
  }
}
