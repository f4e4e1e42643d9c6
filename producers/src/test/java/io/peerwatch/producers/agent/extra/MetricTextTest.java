package io.peerwatch.producers.agent.extra;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.producers.agent.extra.MetricText.BadLine;
import io.peerwatch.schemas.topics.Names;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricTextTest {
  @Test
  void shouldReadNamesWithValuesAndTellTheLinesThatAreNone() {
    var text =
        MetricText.ofFile(
            List.of(
                "# written by cron",
                "",
                "app.queue.length 17",
                "  app.latency\t250ms  ",
                "app.jobs 4711c",
                "app queue 3",
                "app.broken NaN",
                "app.broken 1,5",
                "app.b|oken",
                "app.br€ken 3",
                "app.unit 12parsec"));
    assertThat(text.quantities())
        .isEqualTo(
            Map.of(
                "app.queue.length", new Quantity(17, false),
                "app.latency", new Quantity(0.25, false),
                "app.jobs", new Quantity(4711, true)));
    assertThat(text.badLines()).extracting(BadLine::number).containsExactly(6, 7, 8, 9, 10, 11);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "-0.5, -0.5",
    ".5, 0.5",
    "1e3, 1000",
    "2s, 2",
    "80ms, 0.08",
    "5us, 0.000005",
    "7ns, 0.000000007",
    "42%, 0.42",
    "100B, 100",
    "2KB, 2000",
    "2kB, 2000",
    "3MB, 3000000",
    "1TB, 1000000000000",
    "1KiB, 1024",
    "1MiB, 1048576"
  })
  void shouldConvertToTheUnitsOfSamples(String written, double value) {
    assertThat(Quantity.ofKnownUnit(written).orElseThrow().value())
        .isCloseTo(value, Offset.offset(Math.abs(value) * 1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1,5", "--1", "1e999", "Infinity", "NaN", "0x10", "1 2"})
  void shouldTakeNothingElseForANumber(String written) {
    assertThat(Quantity.ofKnownUnit(written)).isEmpty();
  }

  @Test
  void shouldReadTheOutputOfMonitoringPlugins() {
    assertThat(
            values(
                "DISK OK - free space: / 3326 MB (56%); | /=2643MB;5948;5958;0;5968",
                "/ 15272 MB (77%);",
                "/boot 68 MB (69%);",
                "/var/log 819 MB (84%); | /boot=68MB;88;93;0;98",
                "/home=69357MB;253404;253409;0;253414",
                " 'a label'=12%;80;90 'it''s'=1c empty= unknown=U;1;2 temp=41.5C"))
        .isEqualTo(
            Map.of(
                "disk./", new Quantity(2643e6, false),
                "disk./boot", new Quantity(68e6, false),
                "disk./home", new Quantity(69357e6, false),
                "disk.a_label", new Quantity(0.12, false),
                "disk.it_s", new Quantity(1, true),
                "disk.temp", new Quantity(41.5, false)));
  }

  @Test
  void shouldReadPerformanceDataInFilesToo() {
    var text = MetricText.ofFile(List.of("jobs 3", "PING OK|rta=0.8ms;100;500;0 pl=0%;20;60;0"));
    assertThat(text.quantities())
        .isEqualTo(
            Map.of(
                "jobs", new Quantity(3, false),
                "rta", new Quantity(0.8 * 1e-3, false),
                "pl", new Quantity(0, false)));
    assertThat(text.badLines()).isEmpty();
  }

  @Test
  void shouldTellPerformanceDataThatIsNone() {
    var text = MetricText.ofOutput("", List.of("OK | a=1 b", "OK | =3 c=x 'd=1"));
    assertThat(text.quantities()).isEqualTo(Map.of("a", new Quantity(1, false)));
    assertThat(text.badLines()).extracting(BadLine::number).containsExactly(1, 2, 2, 2);
  }

  @Test
  void shouldSurviveAnyTextAndNameNothingThatCannotBeNamed() {
    long seed = 20261122;
    var random = new SplittableRandom(seed);
    String alphabet = "ab='|;# \t%.\\\"1-eEUcB\u00e9";
    for (int i = 0; i < 20_000; i++) {
      var line = new StringBuilder();
      for (int length = random.nextInt(25); length > 0; length--) {
        line.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      for (var text :
          List.of(
              MetricText.ofFile(List.of(line.toString())),
              MetricText.ofOutput("p", List.of(line.toString(), line.toString())))) {
        assertThat(text.quantities().keySet())
            .as("seed %d: %s", seed, line)
            .allMatch(Names::isName);
        assertThat(text.quantities().values()).allMatch(q -> Double.isFinite(q.value()));
      }
    }
  }

  private static Map<String, Quantity> values(String... lines) {
    var text = MetricText.ofOutput("disk", List.of(lines));
    assertThat(text.badLines()).isEmpty();
    return text.quantities();
  }
}
