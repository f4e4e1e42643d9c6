package io.peerwatch.local.registry;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.peerwatch.local.registry.RegistryRecord.LevelSet;
import io.peerwatch.local.registry.RegistryRecord.SchemaVersion;
import io.peerwatch.local.registry.RegistryRecord.SubjectDeleted;
import io.peerwatch.local.registry.RegistryRecord.VersionErased;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Confluent's layout of the {@code _schemas} topic, so that its own registry can take the topic
 * over: keys and values are JSON, the key's {@code keytype} says what the value is, and a null
 * value takes back.
 */
final class RecordFormat {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMA = "SCHEMA";
  private static final String CONFIG = "CONFIG";
  private static final String DELETE_SUBJECT = "DELETE_SUBJECT";

  /**
   * @param value null: a tombstone
   */
  record Encoded(byte[] key, byte[] value) {}

  private RecordFormat() {}

  static Encoded encode(RegistryRecord record) {
    if (record instanceof SchemaVersion schema) {
      return encoded(schemaKey(schema.subject(), schema.version()), schemaValue(schema));
    }
    if (record instanceof VersionErased erased) {
      return encoded(schemaKey(erased.subject(), erased.version()), null);
    }
    if (record instanceof SubjectDeleted deleted) {
      ObjectNode value = JSON.createObjectNode();
      value.put("subject", deleted.subject()).put("version", deleted.upToVersion());
      return encoded(key(DELETE_SUBJECT, deleted.subject(), 0), value);
    }
    LevelSet set = (LevelSet) record;
    return encoded(
        key(CONFIG, set.subject().orElse(null), 0),
        set.level()
            .map(level -> JSON.createObjectNode().put("compatibilityLevel", level))
            .orElse(null));
  }

  /** Empty for kinds that the local registry has no use for, such as NOOP and MODE. */
  static Optional<RegistryRecord> decode(byte[] keyBytes, byte[] valueBytes) throws IOException {
    JsonNode key = JSON.readTree(keyBytes);
    JsonNode value = valueBytes == null ? null : JSON.readTree(valueBytes);
    switch (key.path("keytype").asText()) {
      case SCHEMA:
        return Optional.of(decodeSchema(key, value));
      case CONFIG:
        return Optional.of(decodeLevel(key, value));
      case DELETE_SUBJECT:
        return Optional.ofNullable(value)
            .map(at -> new SubjectDeleted(text(at, "subject"), at.path("version").asInt()));
      default:
        return Optional.empty();
    }
  }

  private static RegistryRecord decodeSchema(JsonNode key, JsonNode value) throws IOException {
    String subject = text(key, "subject");
    int version = key.path("version").asInt();
    if (value == null) {
      return new VersionErased(subject, version);
    }
    return new SchemaVersion(
        subject,
        version,
        value.path("id").asInt(),
        text(value, "schema"),
        references(value.path("references")),
        value.path("deleted").asBoolean());
  }

  private static List<SchemaReference> references(JsonNode array) throws IOException {
    return array.isArray()
        ? JSON.readerFor(new TypeReference<List<SchemaReference>>() {}).readValue(array)
        : List.of();
  }

  private static RegistryRecord decodeLevel(JsonNode key, JsonNode value) {
    Optional<String> subject = Optional.ofNullable(key.path("subject").textValue());
    JsonNode level = value == null ? null : value.path("compatibilityLevel");
    return new LevelSet(subject, Optional.ofNullable(level).map(JsonNode::textValue));
  }

  private static ObjectNode schemaKey(String subject, int version) {
    ObjectNode key = JSON.createObjectNode();
    return key.put("keytype", SCHEMA)
        .put("subject", subject)
        .put("version", version)
        .put("magic", 1);
  }

  private static ObjectNode key(String type, String subject, int magic) {
    return JSON.createObjectNode().put("keytype", type).put("subject", subject).put("magic", magic);
  }

  private static ObjectNode schemaValue(SchemaVersion schema) {
    ObjectNode value = JSON.createObjectNode();
    value.put("subject", schema.subject()).put("version", schema.version()).put("id", schema.id());
    if (!schema.references().isEmpty()) {
      value.set("references", JSON.valueToTree(schema.references()));
    }
    return value.put("schema", schema.schema()).put("deleted", schema.deleted());
  }

  private static String text(JsonNode node, String field) {
    JsonNode found = node.path(field);
    if (!found.isTextual()) {
      throw new IllegalArgumentException("no " + field + " in " + node);
    }
    return found.textValue();
  }

  private static Encoded encoded(ObjectNode key, ObjectNode value) {
    try {
      return new Encoded(
          JSON.writeValueAsBytes(key), value == null ? null : JSON.writeValueAsBytes(value));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
