package io.peerwatch.producers.simulate.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.peerwatch.producers.simulate.scenario.EventKind;
import io.peerwatch.producers.simulate.scenario.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The documentation and the JSON Schema say what the reader goes by. With {@code
 * -Dpeerwatch.rewrite=true} they are written anew instead of compared.
 */
class DocumentedFormatTest {
  private static final Path DOC = Path.of("../docs/simulator.md");
  private static final Path SCHEMA = Path.of("src/main/resources/scenarios/scenario.schema.json");
  private static final boolean REWRITE = Boolean.getBoolean("peerwatch.rewrite");

  @Test
  void shouldDocumentEveryKeyAsItIsRead() throws IOException {
    compare("keys", ScenarioTables.keys());
  }

  @Test
  void shouldDocumentEveryKindOfFault() throws IOException {
    compare("faults", ScenarioTables.faults());
    for (FaultKind kind : FaultKind.values()) {
      assertThat(Files.readString(DOC)).contains("- **" + kind.label() + "**");
    }
  }

  @Test
  void shouldDocumentEveryKindOfEvent() throws IOException {
    for (EventKind kind : EventKind.values()) {
      assertThat(Files.readString(DOC)).contains("- **" + kind.label() + "**");
    }
  }

  @Test
  void shouldDescribeEveryShippedScenario() throws IOException {
    compare("scenarios", ScenarioTables.shipped());
  }

  @Test
  void shouldShipTheSchemaOfWhatIsRead() throws IOException {
    String schema =
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(ScenarioSchema.of())
            + "\n";
    if (REWRITE) {
      Files.writeString(SCHEMA, schema);
    }
    assertThat(SCHEMA).hasContent(schema);
  }

  /** What stands between the two marks of this name. */
  private static void compare(String mark, List<String> lines) throws IOException {
    List<String> doc = Files.readAllLines(DOC);
    int from = doc.indexOf("<!-- " + mark + " -->") + 1;
    int until = doc.indexOf("<!-- end of " + mark + " -->");
    assertThat(from).as("the mark of " + mark).isPositive();
    if (REWRITE) {
      var written = new ArrayList<>(doc.subList(0, from));
      written.addAll(lines);
      written.addAll(doc.subList(until, doc.size()));
      Files.write(DOC, written);
    } else {
      assertThat(doc.subList(from, until)).containsExactlyElementsOf(lines);
    }
  }
}
