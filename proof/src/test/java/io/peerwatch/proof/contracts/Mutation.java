package io.peerwatch.proof.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/** One change of a schema, somewhere in it, and whether versions with and without can be mixed. */
enum Mutation {
  FIELD_ADDED_WITHOUT_DEFAULT(true, SchemaText::records, record -> fields(record).add(field())),
  TYPE_CHANGED(true, text -> text.fieldsOf("string"), field -> type(field, "long", 0)),
  NUMBER_MADE_TEXT(
      true, text -> text.fieldsOf("double", "int"), field -> type(field, "string", "")),
  NUMBER_NARROWED(true, text -> text.fieldsOf("double"), field -> type(field, "int", 0)),
  NUMBER_WIDENED(true, text -> text.fieldsOf("int"), field -> type(field, "long", 0)),
  NULL_FORBIDDEN(true, SchemaText::nullableNumbers, Mutation::forbidNull),
  NULL_ALLOWED(true, text -> text.fieldsOf("string", "double", "int"), Mutation::allowNull),
  RECORD_RENAMED(true, SchemaText::root, record -> record.put("name", "Renamed")),
  SYMBOL_REMOVED_WITHOUT_DEFAULT(true, SchemaText::enums, Mutation::removeSymbolAndDefault),
  ITEMS_CHANGED(true, SchemaText::arrays, array -> array.put("items", "boolean")),
  VALUES_CHANGED(true, SchemaText::maps, map -> map.put("values", "boolean")),

  FIELD_ADDED(false, SchemaText::records, record -> fields(record).add(field().put("default", ""))),
  FIELD_REMOVED(false, SchemaText::recordsWithPlainFields, Mutation::removePlainField),
  FIELD_MOVED(false, SchemaText::recordsWithPlainFields, Mutation::movePlainField),
  /** To both checks a field dropped and one added; what was in it is lost. */
  FIELD_RENAMED(false, SchemaText::fields, field -> field.put("name", "renamed")),
  /** Not a break yet, but then the field can never go; the laws of the schemas forbid it. */
  DEFAULT_REMOVED(false, SchemaText::fields, field -> field.remove("default")),
  DEFAULT_CHANGED(false, text -> text.fieldsOf("string"), field -> field.put("default", "x")),
  DOC_CHANGED(false, SchemaText::fields, field -> field.put("doc", "Else.")),
  SYMBOL_ADDED(false, SchemaText::enums, type -> symbols(type).add("ADDED")),
  /** Nor is this: whoever lacks the symbol still has the default. */
  SYMBOL_ADDED_WITHOUT_DEFAULT(false, SchemaText::enums, Mutation::addSymbolWithoutDefault),
  SYMBOL_REMOVED(false, SchemaText::enums, type -> symbols(type).remove(1));

  private static final Map<String, Object> ZERO = Map.of("double", 0.0, "int", 0, "long", 0);

  /** Whether a version with it and one without do not read each other. */
  final boolean breaking;

  private final Function<SchemaText, List<ObjectNode>> sites;
  private final Consumer<ObjectNode> change;

  Mutation(
      boolean breaking, Function<SchemaText, List<ObjectNode>> sites, Consumer<ObjectNode> change) {
    this.breaking = breaking;
    this.sites = sites;
    this.change = change;
  }

  /** Does it to one of the places where it can be done; empty if there is none. */
  Optional<SchemaText> of(SchemaText original, Random random) {
    var copy = original.copy();
    var places = sites.apply(copy);
    if (places.isEmpty()) {
      return Optional.empty();
    }
    change.accept(places.get(random.nextInt(places.size())));
    return Optional.of(copy);
  }

  private static ArrayNode fields(ObjectNode record) {
    return record.withArray("fields");
  }

  private static ArrayNode symbols(ObjectNode type) {
    return type.withArray("symbols");
  }

  private static ObjectNode field() {
    return SchemaText.object().put("name", "added").put("type", "string");
  }

  private static void type(ObjectNode field, String type, Object value) {
    field.put("type", type).putPOJO("default", value);
  }

  private static void forbidNull(ObjectNode field) {
    var type = field.get("type").get(1).textValue();
    type(field, type, ZERO.get(type));
  }

  private static void allowNull(ObjectNode field) {
    var type = field.get("type");
    field.putArray("type").add("null").add(type);
    field.set("default", NullNode.instance);
  }

  private static void removeSymbolAndDefault(ObjectNode type) {
    symbols(type).remove(1);
    type.remove("default");
  }

  private static void addSymbolWithoutDefault(ObjectNode type) {
    symbols(type).add(new TextNode("ADDED"));
    type.remove("default");
  }

  private static void removePlainField(ObjectNode record) {
    fields(record).remove(SchemaText.plainField(record));
  }

  private static void movePlainField(ObjectNode record) {
    fields(record).add(fields(record).remove(SchemaText.plainField(record)));
  }
}
