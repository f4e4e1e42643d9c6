package io.peerwatch.schemas.serde;

import io.peerwatch.schemas.settings.SettingsException;
import java.util.List;
import java.util.Map;

/**
 * The properties of Confluent's serdes that mean something here. What would change the bytes or the
 * values and is not done here is refused, never ignored.
 */
final class SerdeProperties {
  static final String AUTO_REGISTER = "auto.register.schemas";
  static final String VALUE_TYPE = "specific.avro.value.type";
  static final String KEY_TYPE = "specific.avro.key.type";

  private static final String TOPIC_NAME_STRATEGY =
      "io.confluent.kafka.serializers.subject.TopicNameStrategy";

  /** By name, the only value that is done here; unset is fine too. */
  private static final Map<String, String> FIXED =
      Map.of(
          "use.latest.version", "false",
          "normalize.schemas", "false",
          "schema.reflection", "false",
          "avro.reflection.allow.null", "false",
          "avro.remove.java.properties", "true",
          "avro.use.logical.type.converters", "true",
          "specific.avro.reader", "true",
          "use.schema.id", "-1",
          "key.subject.name.strategy", TOPIC_NAME_STRATEGY,
          "value.subject.name.strategy", TOPIC_NAME_STRATEGY);

  private static final List<String> REFUSED =
      List.of("use.latest.with.metadata", "context.name.strategy", "rule.executors");

  private SerdeProperties() {}

  static void requireSupported(Map<String, ?> properties) {
    FIXED.forEach((name, only) -> requireOnly(name, only, properties.get(name)));
    for (String name : REFUSED) {
      if (properties.get(name) != null) {
        throw new SettingsException("%s is not supported: leave it out".formatted(name));
      }
    }
  }

  private static void requireOnly(String name, String only, Object value) {
    var text = value instanceof Class<?> type ? type.getName() : String.valueOf(value);
    if (value != null && !only.equals(text)) {
      throw new SettingsException(
          "%s=%s is not supported: leave it out or set %s".formatted(name, text, only));
    }
  }

  /** Whether writers may register schemas themselves; not unless asked to, unlike Confluent's. */
  static boolean autoRegister(Map<String, ?> properties) {
    var value = properties.get(AUTO_REGISTER);
    return value != null && Boolean.parseBoolean(value.toString());
  }
}
