package io.peerwatch.local.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.peerwatch.local.registry.RegistryRecord.LevelSet;
import io.peerwatch.local.registry.RegistryRecord.SchemaVersion;
import io.peerwatch.local.registry.RegistryRecord.SubjectDeleted;
import io.peerwatch.local.registry.RegistryRecord.VersionErased;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordFormatTest {
  private static final String SCHEMA_KEY =
      "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}";

  @Test
  void shouldWriteASchemaAsConfluentDoes() throws IOException {
    assertThatRecord(new SchemaVersion("s", 1, 7, "\"int\"", List.of(), false))
        .isWrittenAs(
            SCHEMA_KEY,
            "{\"subject\":\"s\",\"version\":1,\"id\":7,\"schema\":\"\\\"int\\\"\",\"deleted\":false}");
  }

  @Test
  void shouldWriteReferencesAsConfluentDoes() throws IOException {
    var references = List.of(new SchemaReference("Part", "part", 2));
    assertThatRecord(new SchemaVersion("s", 1, 7, "\"int\"", references, true))
        .isWrittenAs(
            SCHEMA_KEY,
            "{\"subject\":\"s\",\"version\":1,\"id\":7,"
                + "\"references\":[{\"name\":\"Part\",\"subject\":\"part\",\"version\":2}],"
                + "\"schema\":\"\\\"int\\\"\",\"deleted\":true}");
  }

  @Test
  void shouldWriteDeletionsAsConfluentDoes() throws IOException {
    assertThatRecord(new VersionErased("s", 1)).isWrittenAs(SCHEMA_KEY, null);
    assertThatRecord(new SubjectDeleted("s", 3))
        .isWrittenAs(
            "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"s\",\"magic\":0}",
            "{\"subject\":\"s\",\"version\":3}");
  }

  @Test
  void shouldWriteLevelsAsConfluentDoes() throws IOException {
    assertThatRecord(new LevelSet(Optional.empty(), Optional.of("FULL")))
        .isWrittenAs(
            "{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}",
            "{\"compatibilityLevel\":\"FULL\"}");
    assertThatRecord(new LevelSet(Optional.of("s"), Optional.empty()))
        .isWrittenAs("{\"keytype\":\"CONFIG\",\"subject\":\"s\",\"magic\":0}", null);
  }

  @Test
  void shouldReadFieldsThatNewerRegistriesAdd() throws IOException {
    var read =
        RecordFormat.decode(
            bytes(SCHEMA_KEY),
            bytes(
                "{\"subject\":\"s\",\"version\":1,\"id\":7,\"guid\":\"x\",\"schemaType\":\"AVRO\","
                    + "\"metadata\":null,\"schema\":\"\\\"int\\\"\",\"deleted\":false,\"ts\":1}"));
    assertThat(read).contains(new SchemaVersion("s", 1, 7, "\"int\"", List.of(), false));
  }

  @Test
  void shouldLeaveOutKindsThatItHasNoUseFor() throws IOException {
    assertThat(RecordFormat.decode(bytes("{\"keytype\":\"NOOP\",\"magic\":0}"), null)).isEmpty();
    assertThat(
            RecordFormat.decode(
                bytes("{\"keytype\":\"MODE\",\"subject\":null,\"magic\":0}"),
                bytes("{\"mode\":\"READWRITE\"}")))
        .isEmpty();
  }

  private static Written assertThatRecord(RegistryRecord record) {
    return new Written(record);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private record Written(RegistryRecord record) {
    void isWrittenAs(String key, String value) throws IOException {
      RecordFormat.Encoded encoded = RecordFormat.encode(record);
      assertThat(new String(encoded.key(), UTF_8)).isEqualTo(key);
      assertThat(encoded.value() == null ? null : new String(encoded.value(), UTF_8))
          .isEqualTo(value);
      assertThat(RecordFormat.decode(encoded.key(), encoded.value())).contains(record);
    }
  }
}
