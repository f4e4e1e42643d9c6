package io.peerwatch.schemas.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
  private static final Instant T0 = Instant.ofEpochMilli(1767225600000L);

  @TempDir Path folder;

  @Test
  void shouldReadLabelsWithoutTheOptionalColumns() throws IOException {
    Path file =
        file("host,start,end,metrics\nweb-07,1767225600000,2026-01-01T01:00:00Z,cpu load\n");
    assertThat(Labels.read(file))
        .containsExactly(
            new Label("web-07", T0, T0.plusSeconds(3600), List.of("cpu", "load"), "", ""));
  }

  @Test
  void shouldReadBackWhatWasWritten() throws IOException {
    List<Label> labels =
        List.of(
            new Label("web-07", T0, T0.plusSeconds(60), List.of("cpu"), "web", "cpu-hog"),
            new Label("db-1", T0, T0.plusSeconds(5), List.of(), "db", "silence"));
    Path file = folder.resolve("truth.csv");
    Labels.write(file, labels);
    assertThat(Labels.read(file)).isEqualTo(labels);
    assertThat(file)
        .content()
        .startsWith("host,start,end,metrics,group,kind\nweb-07,1767225600000,1767225660000,cpu,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,1767225600000,1767225660000,cpu      | host '' is no name
          a,1767225600000,1767225600000,cpu     | must be before end
          a,soon,1767225600000,cpu              | timestamp 'soon' is neither
          a,1767225600000,1767225660000         | has 3 cells where the header has 4
          """)
  void shouldRefuseTheFirstLineThatIsNoLabel(String line, String reason) throws IOException {
    Path file = file("host,start,end,metrics\n" + line.strip() + "\n");
    assertThatThrownBy(() -> Labels.read(file))
        .isInstanceOf(UnreadableCsvException.class)
        .hasMessageContaining("labels.csv:2: ")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          host,start,end
          host,start,end,metrics,colour
          host,start,end,metrics,host
          ''
          """)
  void shouldRefuseAnotherHeader(String header) throws IOException {
    Path file = file(header + "\n");
    assertThatThrownBy(() -> Labels.read(file))
        .isInstanceOf(UnreadableCsvException.class)
        .hasMessageContaining("the first line must be host,start,end,metrics");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("labels.csv"), text);
  }
}
