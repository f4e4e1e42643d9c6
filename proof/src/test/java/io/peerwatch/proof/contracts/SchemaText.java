package io.peerwatch.proof.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.Schema;

/** A schema as its JSON text, to be looked through and changed. */
final class SchemaText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root;

  private SchemaText(ObjectNode root) {
    this.root = root;
  }

  static SchemaText of(Schema schema) {
    try {
      return new SchemaText((ObjectNode) JSON.readTree(schema.toString()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  SchemaText copy() {
    return new SchemaText(root.deepCopy());
  }

  Schema schema() {
    return new Schema.Parser().parse(root.toString());
  }

  List<ObjectNode> root() {
    return List.of(root);
  }

  List<ObjectNode> records() {
    return types("record");
  }

  List<ObjectNode> enums() {
    return types("enum");
  }

  List<ObjectNode> arrays() {
    return all(node -> isType(node, "array") && node.get("items").isTextual());
  }

  List<ObjectNode> maps() {
    return types("map");
  }

  /** Of all records. */
  List<ObjectNode> fields() {
    var fields = new ArrayList<ObjectNode>();
    records().forEach(r -> r.get("fields").forEach(field -> fields.add((ObjectNode) field)));
    return fields;
  }

  /** Fields that are of one of these types and never null. */
  List<ObjectNode> fieldsOf(String... types) {
    return fields().stream().filter(f -> Set.of(types).contains(f.get("type").asText())).toList();
  }

  /** Fields that are numbers or null. */
  List<ObjectNode> nullableNumbers() {
    return fields().stream()
        .filter(field -> field.get("type").isArray())
        .filter(f -> Set.of("double", "int", "long").contains(f.get("type").get(1).asText()))
        .toList();
  }

  List<ObjectNode> recordsWithPlainFields() {
    return records().stream().filter(record -> plainField(record) >= 0).toList();
  }

  /** The place of the first field that defines no named type; below 0 if there is none. */
  static int plainField(ObjectNode record) {
    var fields = record.get("fields");
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).get("type").findValue("name") == null) {
        return i;
      }
    }
    return -1;
  }

  private List<ObjectNode> types(String type) {
    return all(node -> isType(node, type));
  }

  private static boolean isType(ObjectNode node, String type) {
    return type.equals(node.path("type").asText());
  }

  private List<ObjectNode> all(Predicate<ObjectNode> wanted) {
    var found = new ArrayList<ObjectNode>();
    collect(root, wanted, found);
    return found;
  }

  private static void collect(JsonNode node, Predicate<ObjectNode> wanted, List<ObjectNode> found) {
    if (node instanceof ObjectNode object && wanted.test(object)) {
      found.add(object);
    }
    node.forEach(child -> collect(child, wanted, found));
  }
}
