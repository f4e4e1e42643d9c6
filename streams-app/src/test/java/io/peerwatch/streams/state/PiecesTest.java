package io.peerwatch.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.SplittableRandom;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {
  private final KeyValueStore<String, byte[]> store = StateStores.IN_MEMORY.named("store").build();
  private final Pieces pieces = new Pieces(store);

  @BeforeEach
  void open() {
    store.init(new MockProcessorContext<>().getStateStoreContext(), store);
  }

  @Test
  void shouldReadBackWhatWasPutWhateverItsSize() throws IOException {
    for (int size : new int[] {0, 1, 600_000, 2_000_000, 5}) {
      byte[] value = new byte[size];
      new SplittableRandom(size).nextBytes(value);
      pieces.put("web", out -> out.write(value));
      assertThat(new Pieces(store).get("web").readAllBytes()).isEqualTo(value);
    }
    assertThat(store.approximateNumEntries()).as("no piece is left over").isEqualTo(1);
    assertThat(pieces.get("db")).isNull();
  }

  @Test
  void shouldReadNumbersThatLieAcrossTwoPieces() throws IOException {
    int numbers = 300_000;
    pieces.put(
        "web",
        out -> {
          out.writeByte(7);
          for (int i = 0; i < numbers; i++) {
            out.writeInt(-i);
            out.writeUTF("n" + i);
          }
        });
    try (DataInputStream in = new Pieces(store).get("web")) {
      assertThat(in.readByte()).isEqualTo((byte) 7);
      for (int i = 0; i < numbers; i++) {
        assertThat(in.readInt()).isEqualTo(-i);
        assertThat(in.readUTF()).isEqualTo("n" + i);
      }
      assertThat(in.read()).isEqualTo(-1);
      assertThatThrownBy(in::readInt).isInstanceOf(EOFException.class);
    }
  }

  /** What earlier releases stored was written by Java's own class. */
  @ParameterizedTest
  @ValueSource(ints = {0, 524_270, 524_280, 524_287})
  void shouldWriteTheBytesThatJavasOwnStreamWrites(int before) throws IOException {
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    writeOneOfEach(new DataOutputStream(expected), before);
    pieces.put("web", out -> writeOneOfEach(out, before));
    assertThat(pieces.get("web").readAllBytes()).isEqualTo(expected.toByteArray());
  }

  private static void writeOneOfEach(DataOutput out, int before) throws IOException {
    out.write(new byte[before]);
    SplittableRandom random = new SplittableRandom(before);
    for (int i = 0; i < 40; i++) {
      out.writeBoolean(random.nextBoolean());
      out.writeShort(random.nextInt());
      out.writeChar(random.nextInt());
      out.writeInt(random.nextInt());
      out.writeLong(random.nextLong());
      out.writeFloat((float) random.nextDouble());
      out.writeDouble(i == 0 ? Double.NaN : random.nextDouble());
      out.writeUTF("host-" + i);
      out.writeUTF("ä\0€" + i);
      out.writeBytes("b" + i);
      out.writeChars("c" + i);
    }
  }

  @Test
  void shouldSayWhoseStateIsTooShort() {
    store.put("web", new byte[] {99});
    assertThatThrownBy(() -> pieces.get("web"))
        .hasMessageContaining("The stored state of web ends after 1 bytes");
  }

  @Test
  void shouldSayWhoseStateLacksAPiece() {
    store.put("web", new byte[] {0, 0, 0, 2, 1});
    assertThatThrownBy(() -> pieces.get("web"))
        .hasMessageContaining("Piece 1 of the stored state of web is missing");
  }
}
