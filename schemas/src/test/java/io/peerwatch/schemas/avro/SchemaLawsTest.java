package io.peerwatch.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.reference.NamedTypes;
import io.peerwatch.schemas.reference.SymbolDocs;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every schema of the contracts keeps to, so that versions can read each other. */
class SchemaLawsTest {

  static Stream<Schema> namedSchemas() {
    return NamedTypes.ofCatalogue().stream();
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
  void shouldSayWhatEverySymbolMeans(Schema schema) {
    if (schema.getType() == Schema.Type.ENUM) {
      SymbolDocs docs = SymbolDocs.of(schema);
      assertThat(docs.enumDoc()).endsWith(".");
      assertThat(docs.bySymbol()).allSatisfy((symbol, doc) -> assertThat(doc).endsWith("."));
    }
  }

  @ParameterizedTest
  @MethodSource("namedSchemas")
  void shouldSayWhatNullMeans(Schema schema) {
    if (schema.getType() == Schema.Type.RECORD) {
      assertThat(schema.getFields())
          .filteredOn(field -> field.schema().isNullable())
          .allSatisfy(field -> assertThat(field.doc()).contains("Null: "));
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
