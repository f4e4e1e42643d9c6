package io.peerwatch.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.apache.avro.specific.SpecificData;

/** JSON values as the values of Avro's generated classes. */
final class JsonValues {
  private JsonValues() {}

  /** The value, or null for a null that the schema allows. */
  static Object of(JsonNode node, Schema schema, String name) throws MalformedJsonException {
    return switch (schema.getType()) {
      case UNION -> union(node, schema, name);
      case RECORD -> {
        require(node.isObject(), name, "an object", node);
        yield JsonRecords.record((ObjectNode) node, schema, name);
      }
      case ARRAY -> array(node, schema.getElementType(), name);
      case MAP -> map(node, schema.getValueType(), name);
      case ENUM -> symbol(node, schema, name);
      default -> scalar(node, schema, name);
    };
  }

  private static Object union(JsonNode node, Schema schema, String name)
      throws MalformedJsonException {
    if (node.isNull() && schema.isNullable()) {
      return null;
    }
    for (var branch : schema.getTypes()) {
      if (branch.getType() != Type.NULL) {
        return of(node, branch, name); // unions of the contracts have one branch beside null
      }
    }
    throw new MalformedJsonException(name + " must be null");
  }

  private static List<Object> array(JsonNode node, Schema items, String name)
      throws MalformedJsonException {
    require(node.isArray(), name, "an array", node);
    var values = new ArrayList<Object>();
    for (var item : node) {
      values.add(of(item, items, name));
    }
    return values;
  }

  private static Map<String, Object> map(JsonNode node, Schema items, String name)
      throws MalformedJsonException {
    require(node.isObject(), name, "an object", node);
    var values = new HashMap<String, Object>();
    for (var entry : node.properties()) {
      values.put(entry.getKey(), of(entry.getValue(), items, name + "." + entry.getKey()));
    }
    return values;
  }

  private static Object symbol(JsonNode node, Schema schema, String name)
      throws MalformedJsonException {
    var known = schema.getEnumSymbols();
    require(known.contains(node.asText()), name, "one of " + String.join(", ", known), node);
    return SpecificData.get().createEnum(node.asText(), schema);
  }

  private static Object scalar(JsonNode node, Schema schema, String name)
      throws MalformedJsonException {
    if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
      return time(node, name);
    }
    switch (schema.getType()) {
      case STRING -> {
        require(node.isTextual(), name, "text", node);
        return node.textValue();
      }
      case BOOLEAN -> {
        require(node.isBoolean(), name, "true or false", node);
        return node.booleanValue();
      }
      case INT -> {
        require(node.isIntegralNumber() && node.canConvertToInt(), name, "a whole number", node);
        return node.intValue();
      }
      case LONG -> {
        require(node.isIntegralNumber() && node.canConvertToLong(), name, "a whole number", node);
        return node.longValue();
      }
      case DOUBLE -> {
        require(node.isNumber() && Double.isFinite(node.doubleValue()), name, "a number", node);
        return node.doubleValue();
      }
      case BYTES -> {
        return bytes(node, name);
      }
      default -> throw new IllegalArgumentException("no such type in the contracts: " + schema);
    }
  }

  private static Instant time(JsonNode node, String name) throws MalformedJsonException {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return Instant.ofEpochMilli(node.longValue());
    }
    try {
      return OffsetDateTime.parse(node.asText()).toInstant();
    } catch (DateTimeParseException e) {
      throw wrong(name, "epoch milliseconds, or ISO-8601 with Z or an offset", node);
    }
  }

  private static ByteBuffer bytes(JsonNode node, String name) throws MalformedJsonException {
    try {
      require(node.isTextual(), name, "Base64 text", node);
      return ByteBuffer.wrap(node.binaryValue());
    } catch (IOException e) {
      throw wrong(name, "Base64 text", node);
    }
  }

  private static void require(boolean right, String name, String expected, JsonNode node)
      throws MalformedJsonException {
    if (!right) {
      throw wrong(name, expected, node);
    }
  }

  private static MalformedJsonException wrong(String name, String expected, JsonNode node) {
    var shown = node.toString();
    return new MalformedJsonException(
        "%s must be %s, not %s"
            .formatted(name, expected, shown.length() > 40 ? shown.substring(0, 40) + "…" : shown));
  }
}
