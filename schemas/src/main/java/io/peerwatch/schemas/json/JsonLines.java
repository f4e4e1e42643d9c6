package io.peerwatch.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * Records as JSON, one line each, the same bytes for the same record on every JDK: fields by their
 * Avro names in the schema's order, map entries by key, times as epoch milliseconds, enums by name,
 * bytes as Base64, nulls kept. JSON has no NaN and no infinities: they are null too.
 */
public final class JsonLines {

  /** Shortest form that reads back to the same double: before JDK 19, Double.toString's was not. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private JsonLines() {}

  /** The record as one JSON object, without a line end. */
  public static String of(SpecificRecord record) {
    var text = new StringWriter();
    try (var json = FACTORY.createGenerator(text)) {
      write(json, record);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof SpecificRecord record) {
      writeRecord(json, record);
    } else if (value instanceof Collection<?> items) {
      writeArray(json, items);
    } else if (value instanceof Map<?, ?> entries) {
      writeMap(json, entries);
    } else {
      writeScalar(json, value);
    }
  }

  private static void writeRecord(JsonGenerator json, SpecificRecord record) throws IOException {
    json.writeStartObject();
    for (var field : record.getSchema().getFields()) {
      json.writeFieldName(field.name());
      write(json, record.get(field.pos()));
    }
    json.writeEndObject();
  }

  private static void writeArray(JsonGenerator json, Collection<?> items) throws IOException {
    json.writeStartArray();
    for (var item : items) {
      write(json, item);
    }
    json.writeEndArray();
  }

  private static void writeMap(JsonGenerator json, Map<?, ?> entries) throws IOException {
    var sorted = new TreeMap<String, Object>();
    entries.forEach((key, value) -> sorted.put(key.toString(), value));
    json.writeStartObject();
    for (var entry : sorted.entrySet()) {
      json.writeFieldName(entry.getKey());
      write(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void writeScalar(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Double number) {
      writeDouble(json, number);
    } else if (value instanceof Instant time) {
      json.writeNumber(time.toEpochMilli());
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof ByteBuffer bytes) {
      writeBytes(json, bytes);
    } else {
      json.writeString(value.toString()); // text and the names of enums
    }
  }

  private static void writeDouble(JsonGenerator json, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }

  private static void writeBytes(JsonGenerator json, ByteBuffer buffer) throws IOException {
    var bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    json.writeBinary(bytes);
  }
}
