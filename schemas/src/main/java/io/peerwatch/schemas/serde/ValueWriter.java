package io.peerwatch.schemas.serde;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Writes values of one schema behind the header that names it. */
final class ValueWriter {
  private final byte[] header;
  private final SpecificDatumWriter<SpecificRecord> writer;
  private final ThreadLocal<Room> room = ThreadLocal.withInitial(Room::new);

  ValueWriter(int schemaId, Schema schema) {
    this.header = WireFormat.header(schemaId);
    this.writer = new SpecificDatumWriter<>(schema, SpecificData.getForSchema(schema));
  }

  byte[] header() {
    return header;
  }

  byte[] write(SpecificRecord value) {
    Room out = room.get();
    out.open(header);
    try {
      writer.write(value, out.encoder);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.taken();
  }

  /** What a thread writes into: Java's own takes a lock for every field. */
  private static final class Room extends OutputStream {
    private static final int BYTES_USUAL = 1 << 10;

    /** More than this is not held on to. */
    private static final int BYTES_KEPT_MAX = 64 << 10;

    /** Holds nothing back. */
    private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(this, null);

    private byte[] bytes = new byte[BYTES_USUAL];
    private int size;

    void open(byte[] header) {
      size = 0;
      write(header, 0, header.length);
    }

    @Override
    public void write(int value) {
      makeRoom(1);
      bytes[size++] = (byte) value;
    }

    @Override
    public void write(byte[] from, int begin, int length) {
      makeRoom(length);
      System.arraycopy(from, begin, bytes, size, length);
      size += length;
    }

    private void makeRoom(int wanted) {
      if (bytes.length - size < wanted) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + wanted));
      }
    }

    byte[] taken() {
      byte[] taken = Arrays.copyOf(bytes, size);
      bytes = bytes.length > BYTES_KEPT_MAX ? new byte[BYTES_USUAL] : bytes;
      return taken;
    }
  }
}
