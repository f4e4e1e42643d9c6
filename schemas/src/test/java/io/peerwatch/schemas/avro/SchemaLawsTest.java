package io.peerwatch.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every schema of the contracts keeps to, so that versions can read each other. */
class SchemaLawsTest {

  static Stream<Schema> namedSchemas() {
    Map<String, Schema> found = new LinkedHashMap<>();
    Topics.all().stream().map(TopicSpec::schema).forEach(schema -> collect(schema, found));
    return found.values().stream();
  }

  private static void collect(Schema schema, Map<String, Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.put(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ENUM -> found.put(schema.getFullName(), schema);
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      case UNION -> schema.getTypes().forEach(type -> collect(type, found));
      default -> {}
    }
  }

  @ParameterizedTest
  @MethodSource("namedSchemas")
  void shouldSayWhatItIs(Schema schema) {
    assertThat(schema.getDoc()).isNotBlank();
    assertThat(schema.getNamespace()).isEqualTo("io.peerwatch.schemas.avro");
  }

  @ParameterizedTest
  @MethodSource("namedSchemas")
  void shouldGiveEveryFieldADefaultAndADoc(Schema schema) {
    if (schema.getType() == Schema.Type.RECORD) {
      assertThat(schema.getFields())
          .isNotEmpty()
          .allSatisfy(
              field -> {
                assertThat(field.hasDefaultValue()).as("%s has a default", field).isTrue();
                assertThat(field.doc()).as("%s has a doc", field).isNotBlank();
              });
    }
  }

  @ParameterizedTest
  @MethodSource("namedSchemas")
  void shouldGiveEveryEnumUnknownAsItsDefault(Schema schema) {
    if (schema.getType() == Schema.Type.ENUM) {
      assertThat(schema.getEnumDefault()).isEqualTo("UNKNOWN");
      assertThat(schema.getEnumSymbols()).startsWith("UNKNOWN");
    }
  }

  @ParameterizedTest
  @MethodSource("namedSchemas")
  void shouldKeepTimesAsMilliseconds(Schema schema) {
    if (schema.getType() == Schema.Type.RECORD) {
      assertThat(schema.getFields())
          .filteredOn(
              field -> field.name().matches("timestamp|.*At|.*(Start|End)|from|to|validFrom"))
          .allSatisfy(field -> assertThat(field.schema().toString()).contains("timestamp-millis"));
    }
  }

  @ParameterizedTest
  @MethodSource("namedSchemas")
  void shouldCarryNothingThatOnlyJavaCaresAbout(Schema schema) {
    assertThat(schema.toString()).doesNotContain("avro.java");
  }
}
