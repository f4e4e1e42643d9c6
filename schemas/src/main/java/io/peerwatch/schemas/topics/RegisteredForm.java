package io.peerwatch.schemas.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.apache.avro.Schema;

/**
 * A schema as the registry keeps it: the generated classes' own schemas carry a property that tells
 * Java which string class to use, which is nobody else's business. The bytes are the same either
 * way.
 */
public final class RegisteredForm {
  private static final String JAVA_STRING = "avro.java.string";
  private static final ObjectMapper JSON = new ObjectMapper();

  private RegisteredForm() {}

  /** The schema without Java's properties; docs, defaults and logical types stay. */
  public static Schema of(Schema schema) {
    try {
      return new Schema.Parser().parse(strip(JSON.readTree(schema.toString())).toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a schema prints as JSON: " + schema.getFullName(), e);
    }
  }

  private static JsonNode strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(JAVA_STRING);
      if (object.size() == 1 && object.path("type").isTextual()) {
        return new TextNode(object.get("type").textValue());
      }
      object.properties().forEach(entry -> entry.setValue(strip(entry.getValue())));
    } else if (node instanceof ArrayNode array) {

      for (int i = 0; i < array.size(); i++) {
        array.set(i, strip(array.get(i)));
      }
    }
    return node;
  }
}
