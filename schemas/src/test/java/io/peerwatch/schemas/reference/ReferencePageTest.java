package io.peerwatch.schemas.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class ReferencePageTest {
  private static final Path COMMITTED = Path.of("..", "docs", "reference.md");

  @Test
  void shouldBeTheCommittedPage() throws IOException {
    assertThat(Files.readString(COMMITTED))
        .as("docs/reference.md is stale: ./peerwatch topics reference > docs/reference.md")
        .isEqualTo(ReferencePage.markdown());
  }

  @Test
  void shouldDescribeEveryTopicFieldAndSymbol() {
    var page = ReferencePage.markdown();
    assertThat(Topics.all())
        .extracting(TopicSpec::name)
        .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    assertThat(NamedTypes.ofCatalogue())
        .allSatisfy(
            type -> {
              assertThat(page).contains("### " + type.getName() + "\n");
              names(type).forEach(name -> assertThat(page).contains("| `" + name + "` |"));
            });
  }

  private static Iterable<String> names(Schema type) {
    return type.getType() == Schema.Type.ENUM
        ? type.getEnumSymbols()
        : type.getFields().stream().map(Schema.Field::name).toList();
  }

  @Test
  void shouldTakeMeaningsOfSymbolsFromTheDocOfTheirEnum() {
    var schema =
        SchemaBuilder.enumeration("Light")
            .doc("What a lamp shows. RED: stop. RED_AMBER: get ready: it turns. OFF: dark.")
            .symbols("OFF", "RED", "RED_AMBER", "GREEN");

    var docs = SymbolDocs.of(schema);

    assertThat(docs.enumDoc()).isEqualTo("What a lamp shows.");
    assertThat(docs.bySymbol())
        .containsEntry("RED", "stop.")
        .containsEntry("RED_AMBER", "get ready: it turns.")
        .containsEntry("OFF", "dark.")
        .containsEntry("GREEN", "");
  }
}
