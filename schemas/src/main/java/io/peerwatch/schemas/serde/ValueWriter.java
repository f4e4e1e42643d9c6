package io.peerwatch.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Writes values of one schema behind the header that names it. */
final class ValueWriter {
  private static final int SIZE_BYTES_USUAL = 512;

  private final byte[] header;
  private final SpecificDatumWriter<SpecificRecord> writer;

  ValueWriter(int schemaId, Schema schema) {
    this.header = WireFormat.header(schemaId);
    this.writer = new SpecificDatumWriter<>(schema, SpecificData.getForSchema(schema));
  }

  byte[] header() {
    return header;
  }

  byte[] write(SpecificRecord value) {
    var out = new ByteArrayOutputStream(SIZE_BYTES_USUAL);
    out.writeBytes(header);
    try {
      writer.write(value, EncoderFactory.get().directBinaryEncoder(out, null));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }
}
