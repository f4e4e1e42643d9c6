package io.peerwatch.schemas.reference;

import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** A section for each record and each enum. */
final class TypeSections {
  private TypeSections() {}

  /** Records that are values of topics, in the catalogue's order. */
  static void writeValues(List<String> lines) {
    var values = valueNames();
    NamedTypes.ofCatalogue().stream()
        .filter(NamedTypes::isRecord)
        .filter(type -> values.contains(type.getFullName()))
        .forEach(type -> writeRecord(lines, type));
  }

  /** Records that are parts of others. */
  static void writeParts(List<String> lines) {
    var values = valueNames();
    NamedTypes.ofCatalogue().stream()
        .filter(NamedTypes::isRecord)
        .filter(type -> !values.contains(type.getFullName()))
        .forEach(type -> writeRecord(lines, type));
  }

  static void writeEnums(List<String> lines) {
    NamedTypes.ofCatalogue().stream()
        .filter(type -> !NamedTypes.isRecord(type))
        .forEach(type -> writeEnum(lines, type));
  }

  private static Set<String> valueNames() {
    return Topics.all().stream()
        .map(TopicSpec::schema)
        .map(Schema::getFullName)
        .collect(Collectors.toSet());
  }

  private static void writeRecord(List<String> lines, Schema type) {
    lines.addAll(List.of("", "### " + type.getName(), "", cell(type.getDoc()), ""));
    lines.add("| field | type | default | meaning |");
    lines.add("|---|---|---|---|");
    type.getFields().forEach(field -> lines.add(row(field)));
  }

  private static String row(Field field) {
    return "| `%s` | %s | %s | %s |"
        .formatted(
            field.name(), TypeText.of(field.schema()), defaultText(field), cell(field.doc()));
  }

  private static String defaultText(Field field) {
    var value = JsonProperties.NULL_VALUE.equals(field.defaultVal()) ? null : field.defaultVal();
    if (value instanceof String text) {
      return text.isEmpty() ? "empty" : "`" + text + "`";
    }
    return "`" + value + "`";
  }

  private static void writeEnum(List<String> lines, Schema type) {
    var docs = SymbolDocs.of(type);
    lines.addAll(List.of("", "### " + type.getName(), "", cell(docs.enumDoc()), ""));
    lines.add("| symbol | meaning |");
    lines.add("|---|---|");
    docs.bySymbol()
        .forEach((symbol, doc) -> lines.add("| `%s` | %s |".formatted(symbol, cell(doc))));
  }

  /** Bars and stars mean something to Markdown. */
  private static String cell(String text) {
    return text.replace("|", "\\|").replace("*", "\\*");
  }
}
