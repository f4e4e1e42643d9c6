package io.peerwatch.schemas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Reads what {@link JsonLines} writes: fields by their Avro names, a field that is missing gets its
 * default, one that the schema does not know is an error. Times may be ISO-8601 text too. Numbers
 * that were not finite were written as null and do not read back.
 */
public final class JsonRecords {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private JsonRecords() {}

  /**
   * The record that the line holds.
   *
   * @throws MalformedJsonException if it holds none; one line says why
   */
  public static <V extends SpecificRecord> V parse(String line, Class<V> type)
      throws MalformedJsonException {
    return type.cast(record(object(line), SpecificData.get().getSchema(type), ""));
  }

  private static ObjectNode object(String line) throws MalformedJsonException {
    try {
      if (JSON.readTree(line) instanceof ObjectNode object) {
        return object;
      }
      throw new MalformedJsonException("not a JSON object");
    } catch (JsonProcessingException e) {
      throw new MalformedJsonException(
          "not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
  }

  static SpecificRecord record(ObjectNode object, Schema schema, String path)
      throws MalformedJsonException {
    var unknown = new TreeSet<String>();
    object.fieldNames().forEachRemaining(unknown::add);
    var record = (SpecificRecordBase) SpecificData.get().newRecord(null, schema);
    for (Field field : schema.getFields()) {
      unknown.remove(field.name());
      var name = path.isEmpty() ? field.name() : path + "." + field.name();
      record.put(field.pos(), JsonValues.of(valueOf(object, field), field.schema(), name));
    }
    if (!unknown.isEmpty()) {
      throw new MalformedJsonException(
          "unknown field %s: a %s has %s"
              .formatted(
                  unknown.first(),
                  schema.getName(),
                  String.join(", ", schema.getFields().stream().map(Field::name).toList())));
    }
    return record;
  }

  private static JsonNode valueOf(ObjectNode object, Field field) {
    var value = object.get(field.name());
    if (value != null) {
      return value;
    }
    var byDefault = field.defaultVal();
    return JsonProperties.NULL_VALUE.equals(byDefault)
        ? NullNode.instance
        : JSON.valueToTree(byDefault);
  }
}
