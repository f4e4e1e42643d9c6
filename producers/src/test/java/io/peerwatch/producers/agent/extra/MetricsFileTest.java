package io.peerwatch.producers.agent.extra;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.producers.agent.notes.Notes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {
  private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();
  private Instant now = T0;
  private Path path;
  private MetricsFile file;

  @BeforeEach
  void lookAtTheFile() {
    path = folder.resolve("app.metrics");
    file =
        new MetricsFile(
            path, Duration.ofMinutes(5), () -> now, new Notes(told::add, System::nanoTime));
  }

  @Test
  void shouldReadWhatIsWrittenAnew() throws IOException {
    write(T0, "queue 1");
    assertThat(file.read()).isEqualTo(Map.of("queue", 1.0));
    write(T0.plusSeconds(10), "queue 2");
    assertThat(file.read()).isEqualTo(Map.of("queue", 2.0));
  }

  @Test
  void shouldTakeACountersRateOverTheTimeBetweenWritings() throws IOException {
    write(T0, "jobs 100c");
    assertThat(file.read()).isEmpty();
    now = T0.plusSeconds(10);
    assertThat(file.read()).isEmpty();
    write(T0.plusSeconds(60), "jobs 220c");
    now = T0.plusSeconds(70);
    assertThat(file.read()).isEqualTo(Map.of("jobs", 2.0));
    now = T0.plusSeconds(80);
    assertThat(file.read()).as("not written meanwhile").isEqualTo(Map.of("jobs", 2.0));
    write(T0.plusSeconds(120), "jobs 7c");
    assertThat(file.read()).as("started over").isEmpty();
  }

  @Test
  void shouldLeaveOutAFileThatIsTooOldAndTellItOnceUntilItIsFreshAgain() throws IOException {
    write(T0, "queue 1");
    now = T0.plusSeconds(300);
    assertThat(file.read()).hasSize(1);
    now = T0.plusSeconds(301);
    assertThat(file.read()).isEmpty();
    assertThat(file.read()).isEmpty();
    assertThat(told).containsExactly(path + " left out: not written for more than 300 s");
    write(now, "queue 1");
    assertThat(file.read()).hasSize(1);
    now = now.plusSeconds(301);
    assertThat(file.read()).isEmpty();
    assertThat(told).hasSize(2);
  }

  @Test
  void shouldTellAMissingFileOnceAndReadItWhenItComes() throws IOException {
    assertThat(file.read()).isEmpty();
    assertThat(file.read()).isEmpty();
    assertThat(told).containsExactly(path + " left out: there is no such file");
    write(T0, "queue 1");
    assertThat(file.read()).hasSize(1);
  }

  @Test
  void shouldTellABadLineOnceWithItsNumberAndCountItAndReadTheOthers() throws IOException {
    write(T0, "queue 1\nnonsense\n");
    assertThat(file.read()).hasSize(1);
    write(T0.plusSeconds(1), "queue 2\nnonsense\n");
    assertThat(file.read()).hasSize(1);
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).startsWith(path + ":2: skipped, not 'name value'");
    assertThat(file.badLines()).isEqualTo(2);
  }

  @Test
  void shouldLeaveOutAFileThatIsTooLarge() throws IOException {
    write(T0, "queue 1\n" + "# no end\n".repeat(200_000));
    assertThat(file.read()).isEmpty();
    assertThat(told).containsExactly(path + " left out: it is larger than 1 MiB");
  }

  private void write(Instant at, String text) throws IOException {
    Files.writeString(path, text);
    Files.setLastModifiedTime(path, FileTime.from(at));
  }
}
