package io.peerwatch.proof.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;

/** What actually happens when one version writes and another reads. */
final class Bytes {
  private static final int RECORDS = 20;

  private Bytes() {}

  /** Random records: every field that both have alike comes through as it was. */
  static void requireReadable(Schema writer, Schema reader, long seed) throws IOException {
    for (var written : new RandomData(writer, RECORDS, seed, true)) {
      var before = (GenericRecord) written;
      var after = decode(encode(before), writer, reader);
      for (var field : reader.getFields()) {
        var same = writer.getField(field.name());
        if (same != null && Objects.equals(same.schema(), field.schema())) {
          assertThat(after.get(field.name())).as(field.name()).isEqualTo(before.get(field.name()));
        }
      }
    }
  }

  private static byte[] encode(GenericRecord record) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static GenericRecord decode(byte[] bytes, Schema writer, Schema reader)
      throws IOException {
    var decoder = DecoderFactory.get().binaryDecoder(bytes, null);
    return new GenericDatumReader<GenericRecord>(writer, reader).read(null, decoder);
  }
}
