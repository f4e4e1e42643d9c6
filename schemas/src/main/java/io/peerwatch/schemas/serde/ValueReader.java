package io.peerwatch.schemas.serde;

import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.settings.Failures;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Reads values that one writer's schema wrote as the generated class that this build has. */
final class ValueReader<V extends SpecificRecord> {
  private final SpecificDatumReader<V> reader;

  private final boolean ownLayout;

  private ValueReader(SpecificDatumReader<V> reader, boolean ownLayout) {
    this.reader = reader;
    this.ownLayout = ownLayout;
  }

  /**
   * A reader of that writer's values.
   *
   * @throws UndecodableException WRONG_TYPE if they are of another type, or cannot become this one
   */
  static <V extends SpecificRecord> ValueReader<V> of(Schema writer, Class<V> type) {
    var model = SpecificData.getForClass(type);
    var schema = model.getSchema(type);
    if (writer.getType() != Schema.Type.RECORD
        || !writer.getFullName().equals(schema.getFullName())) {
      throw new UndecodableException(
          RejectReason.WRONG_TYPE,
          "a value of %s, not of %s".formatted(writer.getFullName(), schema.getFullName()));
    }
    var fit = SchemaCompatibility.checkReaderWriterCompatibility(schema, writer);
    if (fit.getType() != SchemaCompatibilityType.COMPATIBLE) {
      throw new UndecodableException(
          RejectReason.WRONG_TYPE,
          "a version of %s that cannot be read as this build's".formatted(schema.getName()));
    }
    boolean ownLayout =
        SchemaNormalization.toParsingForm(writer).equals(SchemaNormalization.toParsingForm(schema));
    return new ValueReader<>(new SpecificDatumReader<>(writer, schema, model), ownLayout);
  }

  /** Whether the writer's schema says the same of bytes as this build's. */
  boolean isOwnLayout() {
    return ownLayout;
  }

  /**
   * Reads the value behind the header.
   *
   * @throws UndecodableException MALFORMED if the bytes are not exactly one value
   */
  V read(byte[] bytes) {
    try {
      var decoder =
          DecoderFactory.get()
              .binaryDecoder(
                  bytes, WireFormat.HEADER_BYTES, bytes.length - WireFormat.HEADER_BYTES, null);
      V value = reader.read(null, decoder);
      if (!decoder.isEnd()) {
        throw new AvroRuntimeException("bytes are left behind the value");
      }
      return value;
    } catch (IOException | RuntimeException e) { // Avro throws many kinds for bytes it can't read
      throw new UndecodableException(
          RejectReason.MALFORMED, "the bytes do not decode: " + Failures.line(e), e);
    }
  }
}
