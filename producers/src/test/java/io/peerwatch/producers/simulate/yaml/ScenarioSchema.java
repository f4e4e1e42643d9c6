package io.peerwatch.producers.simulate.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The scenario format as JSON Schema, for editors, made of the keys that the reader goes by. The
 * reader checks more: what one value means for another.
 */
final class ScenarioSchema {
  private ScenarioSchema() {}

  /** The schema as maps, lists and plain values. */
  static Map<String, Object> of() {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Peerwatch scenario");
    schema.putAll(mapping(ScenarioKeys.KEYS));
    return schema;
  }

  private static Map<String, Object> mapping(Keys keys) {
    var properties = new LinkedHashMap<String, Object>();
    for (AnyKey key : keys.all()) {
      properties.put(key.name(), value(key));
    }
    List<String> required =
        keys.all().stream()
            .filter(key -> key.absent().equals(Key.REQUIRED))
            .map(AnyKey::name)
            .toList();
    var mapping = new LinkedHashMap<String, Object>();
    mapping.put("type", "object");
    mapping.put("additionalProperties", false);
    mapping.put("required", required);
    mapping.put("properties", properties);
    return mapping;
  }

  private static Map<String, Object> value(AnyKey key) {
    Map<String, Object> one;
    boolean many;
    if (key instanceof SectionKey section) {
      one = mapping(section.keys());
      many = section.many();
    } else {
      var single = (Key<?>) key;
      one = new TreeMap<>(single.form().schema());
      many = single.many();
    }
    var value = new LinkedHashMap<String, Object>();
    value.put("description", key.meaning() + " If missing: " + key.absent() + ".");
    if (many) {
      value.put("type", "array");
      value.put("items", one);
    } else {
      value.putAll(one);
    }
    return value;
  }
}
