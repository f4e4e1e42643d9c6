package io.peerwatch.schemas.reference;

import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;

/** The type of a field for a person. */
final class TypeText {
  private TypeText() {}

  /** Such as {@code double or null}, {@code array of string}, {@code time}; named types linked. */
  static String of(Schema schema) {
    return switch (schema.getType()) {
      case UNION ->
          String.join(
              " or ",
              schema.getTypes().stream()
                  .sorted((a, b) -> Boolean.compare(isNull(a), isNull(b)))
                  .map(TypeText::of)
                  .toList());
      case ARRAY -> "array of " + of(schema.getElementType());
      case MAP -> "map of " + of(schema.getValueType());
      case RECORD, ENUM -> link(schema.getName());
      default -> plain(schema);
    };
  }

  /** A link to the section of a named type on the same page. */
  static String link(String name) {
    return "[%s](#%s)".formatted(name, name.toLowerCase(Locale.ROOT));
  }

  private static String plain(Schema schema) {
    var logical = schema.getLogicalType();
    var name = schema.getType().getName();
    return logical == null ? name : "%s (%s)".formatted(name, logical.getName());
  }

  private static boolean isNull(Schema schema) {
    return schema.getType() == Type.NULL;
  }
}
