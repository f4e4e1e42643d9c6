package io.peerwatch.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Schemas that were released are frozen in {@code schemas/released/<version>/<topic>.avsc};
 * whatever is released later must read them and be read by them.
 */
class CompatibilityTest {
  private static final Path RELEASED = Path.of("released");

  @Test
  void shouldStayCompatibleWithEveryReleasedVersion() throws IOException {
    assertThat(released())
        .allSatisfy((file, old) -> assertThat(breaks(current(file), old)).as(file).isEmpty());
  }

  @Test
  void shouldNoticeAFieldWithoutADefault() {
    var old = current("host-samples.avsc");
    var broken = old.canonicalString().replaceFirst("\"default\":\"\"", "\"order\":\"ignore\"");

    assertThat(broken).isNotEqualTo(old.canonicalString());
    assertThat(breaks(new AvroSchema(withoutFirstField(old)), old)).isEmpty();
    assertThat(breaks(new AvroSchema(withoutFirstField(old)), new AvroSchema(broken))).isNotEmpty();
  }

  @Test
  void shouldNoticeAChangedType() {
    var old = current("silences.avsc");
    var broken =
        new AvroSchema(
            old.canonicalString()
                .replace(
                    "\"name\":\"why\",\"type\":\"string\"", "\"name\":\"why\",\"type\":\"long\"")
                .replace(
                    "\"doc\":\"Reason.\",\"default\":\"\"", "\"doc\":\"Reason.\",\"default\":0"));

    assertThat(breaks(broken, old)).isNotEmpty();
  }

  private static String withoutFirstField(AvroSchema schema) {
    return schema.canonicalString().replaceFirst("\"fields\":\\[\\{[^}]*},", "\"fields\":[");
  }

  private static List<String> breaks(AvroSchema schema, AvroSchema old) {
    return schema.isCompatible(
        CompatibilityLevel.FULL_TRANSITIVE, List.of(new SimpleParsedSchemaHolder(old)));
  }

  private static AvroSchema current(String file) {
    return new AvroSchema(
        Topics.all().stream()
            .filter(spec -> file.endsWith(spec.name() + ".avsc"))
            .map(TopicSpec::schema)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no topic of the catalogue: " + file)));
  }

  /** By their paths below the folder; empty before the first release. */
  private static Map<String, AvroSchema> released() throws IOException {
    if (!Files.isDirectory(RELEASED)) {
      return Map.of();
    }
    try (var files = Files.walk(RELEASED)) {
      return files
          .filter(file -> file.toString().endsWith(".avsc"))
          .collect(
              Collectors.toMap(
                  file -> RELEASED.relativize(file).toString(),
                  CompatibilityTest::read,
                  (one, other) -> one,
                  TreeMap::new));
    }
  }

  private static AvroSchema read(Path file) {
    try {
      return new AvroSchema(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
