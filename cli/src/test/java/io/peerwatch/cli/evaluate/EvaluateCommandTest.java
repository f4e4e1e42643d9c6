package io.peerwatch.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.peerwatch.cli.CapturedTerminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {
  private static final long START_MILLIS = 1_767_225_600_000L;
  private static final int COLUMNS_MAX = 120;

  private final CapturedTerminal terminal = new CapturedTerminal();
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--budgets 0 | no budget above 0",
        "--hosts 1 | 2 to 1000 hosts",
        "--groups 0 | at least one group",
        "--recorded a.csv | needs --labels",
        "--parts all | FAULTS, STRENGTHS, STEPS, WORK, HARMLESS, BOUND, FORECAST",
      })
  void shouldSayWhatIsWrongInOneLine(String options, String expected) {
    assertThat(terminal.run(("evaluate " + options).split(" "))).isEqualTo(2);
    assertThat(terminal.err()).contains(expected);
  }

  @Test
  void shouldTellFiguresOfMadeUpGroupsAndWriteThemAsJson() throws IOException {
    Path json = folder.resolve("figures.json");
    String options = "--parts faults --hosts 3 --groups 1 --budgets 1,7/week --seed 5 --json ";
    assertThat(terminal.run(("evaluate " + options + json).split(" "))).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("seed 5", "Peerwatch", "delay").doesNotContain("NaN");
    assertThat(terminal.out().lines()).allMatch(line -> line.length() <= COLUMNS_MAX);
    JsonNode figures = new ObjectMapper().readTree(json.toFile());
    assertThat(figures.get("faults")).hasSize(2);
    assertThat(figures.get("faults").get(1).get("budget").asDouble()).isEqualTo(7);
    assertThat(figures.get("faults").get(0).get("kinds").get("STEP").get("found").get("of").asInt())
        .isPositive();
  }

  @Test
  void shouldTellWhatIsPossible() throws IOException {
    Path json = folder.resolve("figures.json");
    String options = "--parts bound --hosts 3 --groups 1 --seed 5 --json ";
    assertThat(terminal.run(("evaluate " + options + json).split(" "))).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("3 hosts", "told all", "must search", "steps of 3 in 2");
    assertThat(terminal.out()).doesNotContain("NaN");
    assertThat(terminal.out().lines()).allMatch(line -> line.length() <= COLUMNS_MAX);
    JsonNode all = new ObjectMapper().readTree(json.toFile()).get("bounds").get(0);
    assertThat(all.get("told").asDouble()).isBetween(0.9, 1.0);
    assertThat(all.get("searched").asDouble()).isBetween(0.8, all.get("told").asDouble() + 0.01);
    assertThat(all.get("of").asInt()).isGreaterThan(20);
  }

  @Test
  void shouldCompareAllRulesOnRecordedSamples() throws IOException {
    Path samples = folder.resolve("samples.csv");
    record(samples);
    Path labels = folder.resolve("labels.csv");
    long from = START_MILLIS + 2_100 * 60_000L;
    Files.writeString(
        labels, "host,start,end,metrics\nweb-2," + from + "," + (from + 3_600_000) + ",cpu\n");
    Path json = folder.resolve("figures.json");
    int code =
        terminal.run(
            "evaluate",
            "--recorded",
            samples.toString(),
            "--labels",
            labels.toString(),
            "--score-from",
            Long.toString(START_MILLIS + 2_000 * 60_000L),
            "--window",
            "1m",
            "--budgets",
            "3",
            "--json",
            json.toString());
    assertThat(code).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("1 incidents", "Peerwatch", "control: labels shifted");
    assertThat(terminal.out().lines()).allMatch(line -> line.length() <= COLUMNS_MAX);
    JsonNode ours = new ObjectMapper().readTree(json.toFile()).get("rows").get(0);
    assertThat(ours.get("found").get("hits").asInt()).isEqualTo(1);
  }

  /** Four hosts and two metrics by the minute; both of one host are far off for an hour. */
  private static void record(Path file) throws IOException {
    var random = new SplittableRandom(7);
    try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.println("timestamp,group,host,cpu,load");
      for (int minute = 0; minute < 2_400; minute++) {
        for (int host = 1; host <= 4; host++) {
          double off = host == 2 && minute >= 2_100 && minute < 2_160 ? 60 : 0;
          out.printf(
              "%d,web,web-%d,%s,%s%n",
              START_MILLIS + minute * 60_000L,
              host,
              50 + off + random.nextGaussian(),
              80 + off + random.nextGaussian());
        }
      }
    }
  }

  @Test
  void shouldAskForTheStartOfTheScoredTime() throws IOException {
    Path labels = folder.resolve("labels.csv");
    Files.writeString(labels, "host,start,end,metrics\nweb-1,1767225600000,1767225700000,cpu\n");
    int code = terminal.run("evaluate", "--recorded", "a.csv", "--labels", labels.toString());
    assertThat(code).isEqualTo(2);
    assertThat(terminal.err()).contains("--score-from");
  }
}
