package io.peerwatch.schemas.reference;

import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;

/** Every record and enum of the contracts once, in the order in which a reader meets them. */
public final class NamedTypes {
  private final Map<String, Schema> found = new LinkedHashMap<>();

  private NamedTypes() {}

  /** Those of the whole catalogue. */
  public static List<Schema> ofCatalogue() {
    var types = new NamedTypes();
    Topics.all().stream().map(TopicSpec::schema).forEach(types::collect);
    return List.copyOf(types.found.values());
  }

  private void collect(Schema schema) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.putIfAbsent(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema()));
        }
      }
      case ENUM -> found.putIfAbsent(schema.getFullName(), schema);
      case ARRAY -> collect(schema.getElementType());
      case MAP -> collect(schema.getValueType());
      case UNION -> schema.getTypes().forEach(this::collect);
      default -> {}
    }
  }

  static boolean isRecord(Schema schema) {
    return schema.getType() == Type.RECORD;
  }
}
