package io.peerwatch.schemas.released;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate: what was released stays as it was, and what comes later reads it and is read by it. */
class ReleasedSchemasTest {
  private static final Path RELEASED = Path.of("released");

  @TempDir private Path folder;

  @Test
  void shouldHaveReleasedEveryTopicAtLeastOnce() throws IOException {
    assertThat(ReleasedSchemas.in(RELEASED).versions().get(1))
        .hasSize(12)
        .containsKeys("host-samples", "group-policies", "rejected-records");
  }

  @Test
  void shouldNeverChangeWhatWasReleased() throws IOException {
    assertThat(ReleasedSchemas.in(RELEASED).changed()).isEmpty();
  }

  @Test
  void shouldStayCompatibleWithEveryRelease() throws IOException {
    assertThat(ReleasedSchemas.in(RELEASED).breaks()).isEmpty();
  }

  @Test
  void shouldFreezeTheNextVersionOnlyWhenSomethingChanged() throws IOException {
    assertThat(Freeze.next(folder)).isEqualTo(1);
    assertThatThrownBy(() -> Freeze.next(folder)).hasMessageContaining("nothing has changed");

    edit("silences", "\"Unique id. ", "\"Id. ");

    assertThat(Freeze.next(folder)).isEqualTo(2);
    assertThat(ReleasedSchemas.in(folder).changed()).isEmpty();
    assertThat(ReleasedSchemas.in(folder).breaks()).isEmpty();
  }

  @Test
  void shouldNoticeAReleasedFileThatWasTouched() throws IOException {
    Freeze.next(folder);
    var version = folder.resolve("1");
    Files.writeString(
        version.resolve("silences.avsc"),
        Files.readString(version.resolve("silences.avsc")).replace("Unique id", "An id"));
    Files.delete(version.resolve("host-alerts.avsc"));
    Files.writeString(version.resolve("extra.avsc"), "\"string\"");

    assertThat(ReleasedSchemas.in(folder).changed())
        .containsExactly(
            "released/1/extra.avsc was added: released schemas never change",
            "released/1/host-alerts.avsc is missing: released schemas never change",
            "released/1/silences.avsc was changed: released schemas never change");
    assertThatThrownBy(() -> Freeze.next(folder)).hasMessageContaining("silences.avsc was changed");
  }

  @Test
  void shouldNoticeABreakWithAnyRelease() throws IOException {
    Freeze.next(folder);
    edit("silences", "\"name\" : \"why\",\n    \"type\" : \"string\"", LONG_WHY);
    edit(
        "silences",
        "\"doc\" : \"Reason, free text; empty when absent.\",\n    \"default\" : \"\"",
        LONG_WHY_DEFAULT);

    assertThat(ReleasedSchemas.in(folder).breaks())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("silences, version 1: "))
        .anyMatch(line -> line.contains("cannot read what was released"))
        .anyMatch(line -> line.contains("cannot be read by what was released"))
        .anyMatch(line -> line.contains("the registry's check"));
    assertThatThrownBy(() -> Freeze.next(folder)).hasMessageContaining("silences, version 1");
  }

  @Test
  void shouldNoticeATopicThatIsGone() throws IOException {
    Freeze.next(folder);
    var version = folder.resolve("1");
    Files.move(version.resolve("silences.avsc"), version.resolve("quiet.avsc"));

    assertThat(ReleasedSchemas.in(folder).breaks())
        .containsExactly("quiet, version 1: the topic is not in the catalogue any more");
  }

  @Test
  void shouldTakeSchemasWithoutAFieldForCompatible() {
    var schema = Topics.HOST_ALERTS.schema();
    var fields = schema.getFields().stream().skip(1).map(f -> new Schema.Field(f, f.schema()));
    var less =
        Schema.createRecord(
            schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields.toList());

    assertThat(Compatibility.breaks(less, List.of(schema))).isEmpty();
  }

  private static final String LONG_WHY = "\"name\" : \"why\",\n    \"type\" : \"long\"";
  private static final String LONG_WHY_DEFAULT =
      "\"doc\" : \"Reason, free text; empty when absent.\",\n    \"default\" : 0";

  /** Changes a release of this test's own as if it had always been so. */
  private void edit(String topic, String text, String by) throws IOException {
    var version = folder.resolve("1");
    var file = version.resolve(topic + ".avsc");
    assertThat(Files.readString(file)).contains(text);
    Files.writeString(file, Files.readString(file).replace(text, by));
    Checksums.of(version).write(version);
  }
}
