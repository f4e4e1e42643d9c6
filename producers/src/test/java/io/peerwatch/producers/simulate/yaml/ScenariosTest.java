package io.peerwatch.producers.simulate.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.producers.simulate.scenario.EventKind;
import io.peerwatch.producers.simulate.scenario.EventSpec;
import io.peerwatch.producers.simulate.scenario.FaultKind;
import io.peerwatch.producers.simulate.scenario.FaultSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ScenariosTest {
  private static final List<String> SHIPPED = Scenarios.SHIPPED;
  private static final String VALID =
      """
      history: 6h
      groups:
        - name: web
          hosts: 3
          tier: application
          workload: user-facing
          cores: 8
          memory: 16GiB
      faults:
        - kind: cpu-hog
          host: web-02
          start: -3m
          duration: 10m
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("SHIPPED")
  void shouldLoadEveryShippedScenarioByName(String name) {
    assertThat(Scenarios.load(name)).isEqualTo(Scenarios.load(name + ".yaml"));
    assertThat(Scenarios.load(name).groups()).isNotEmpty();
    assertThat(Scenarios.load(name).description()).isNotBlank();
  }

  @Test
  void shouldShipEveryScenarioThatIsInTheFolder() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/scenarios"))) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".yaml")))
          .containsExactlyInAnyOrderElementsOf(SHIPPED.stream().map(n -> n + ".yaml").toList());
    }
  }

  @Test
  void shouldHoldThirtyApplicationServersADatabaseAndABatchGroupInTheDemo() {
    Scenario demo = Scenarios.load("demo");
    assertThat(demo.groups()).extracting(GroupSpec::name).containsExactly("web", "db", "batch");
    assertThat(demo.groups().get(0).hostNames())
        .hasSize(30)
        .startsWith("web-01")
        .endsWith("web-30");
    assertThat(demo.faults().get(0).startMillis())
        .as("begins shortly before now")
        .isBetween(demo.historyMillis() - 240_000, demo.historyMillis() - 60_000);
  }

  @Test
  void shouldHoldOneFaultOfEachKindInTheDay() {
    assertThat(Scenarios.load("day").faults())
        .extracting(FaultSpec::kind)
        .containsExactlyInAnyOrder(FaultKind.values());
  }

  @Test
  void shouldHoldEveryKindOfEventInTheShippedOnes() {
    assertThat(SHIPPED.stream().flatMap(name -> Scenarios.load(name).events().stream()))
        .extracting(EventSpec::kind)
        .contains(EventKind.values());
  }

  @Test
  void shouldReadWhatIsWrittenAndFillInWhatIsNot() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), VALID);
    Scenario scenario = Scenarios.load(file.toString());
    assertThat(scenario.seed()).isEqualTo(1);
    assertThat(scenario.periodMillis()).isEqualTo(10_000);
    assertThat(scenario.durationMillis()).isEqualTo(OptionalLong.empty());
    assertThat(scenario.groups().get(0).size(1).memoryBytes()).isEqualTo(16L << 30);
    assertThat(scenario.groups().get(0).hostNames()).containsExactly("web-01", "web-02", "web-03");
    assertThat(scenario.faults().get(0).group()).isEqualTo("web");
    assertThat(scenario.faults().get(0).startMillis()).isEqualTo(6 * 3_600_000 - 180_000);
  }

  @ParameterizedTest
  @CsvSource({"-3m, 21420000", "+20s, 21620000", "2h, 7200000", "0s, 0"})
  void shouldCountStartsFromNowWithASignAndFromTheStartWithout(String start, long millis) {
    String yaml = VALID.replace("start: -3m", "start: " + start);
    assertThat(read(yaml).faults().get(0).startMillis()).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          history: 6h    | histori: 6h         | :1: unknown key 'histori' in scenario, did you mean 'history'?
          hosts: 3       | hosts: many         | :4: 'hosts' must be a number from 1 to 200000, not 'many'
          hosts: 3       | hosts: 0            | :4: 'hosts' must lie within 1 and 200000, not 0
          hosts: 3       | hosts: 2.5          | :4: 'hosts' must be a whole number, not '2.5'
          hosts: 3       | hosts: [3]          | :4: 'hosts' must be a single value
          hosts: 3       | colour: red         | :3: 'hosts' is missing
          hosts: 3       | hostz: 3            | :4: unknown key 'hostz' in group, did you mean 'hosts'?
          tier: application | tier: app        | :5: 'tier' must be one of unknown, application,
          cores: 8       | cores: NaN          | :7: 'cores' must lie within
          memory: 16GiB  | memory: 16GB        | :8: 'memory' must be a size such as
          memory: 16GiB  | memory: 9999999999TiB | :8: 'memory' must be less than
          name: web      | name: w eb          | :3: 'name' must be 1 to 200 of
          kind: cpu-hog  | kind: cpu           | :10: 'kind' must be one of cpu-hog, memory-leak,
          host: web-02   | host: web-09        | :11: no group has a host 'web-09'
          start: -3m     | start: soon         | :12: 'start' must be a duration such as
          duration: 10m  | duration: 0s        | :13: 'duration' must be above 0
          duration: 10m  | strength: 2         | :10: 'duration' is missing
          history: 6h    | history: 6h: 7h     | :1: is no YAML
          """)
  void shouldSayInOneLineWhichLineIsWrong(String from, String to, String message) {
    assertThatThrownBy(() -> read(VALID.replace(from, to)))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("mine.yaml:")
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void shouldRefuseGroupsAndKeysThatComeTwice() {
    String group = VALID.substring(VALID.indexOf("  - name"), VALID.indexOf("faults"));
    assertThatThrownBy(() -> read("groups:\n" + group + group))
        .hasMessageContaining("group 'web' comes twice");
    assertThatThrownBy(() -> read("seed: 1\nseed: 2\n" + VALID))
        .hasMessage("mine.yaml:2: key 'seed' comes twice");
  }

  @Test
  void shouldNeedTheGroupOfAFaultWhenTwoGroupsHaveTheHost() {
    String other = VALID.replace("name: web\n", "name: web\n    hostName: h-{n}\n");
    String group = other.substring(other.indexOf("  - name"), other.indexOf("faults"));
    String two =
        "groups:\n"
            + group
            + group.replace("name: web", "name: api")
            + "faults:\n"
            + "  - {kind: silence, host: h-02, start: 0s, duration: 1h}\n";
    assertThatThrownBy(() -> read(two)).hasMessageContaining("name the fault's group");
    assertThat(read(two.replace("h-02,", "h-02, group: api,")).faults().get(0).group())
        .isEqualTo("api");
  }

  @Test
  void shouldNameTheShippedOnesWhenThereIsNoSuchScenario() {
    assertThatThrownBy(() -> Scenarios.load("nowhere.yaml"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("no file 'nowhere.yaml'")
        .hasMessageContaining("demo, day, week");
  }

  @Test
  void shouldSayThatAnEmptyFileIsEmpty() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("mine.yaml is empty");
    assertThatThrownBy(() -> read("groups: []\n")).hasMessageContaining("at least one group");
    assertThatThrownBy(() -> read("- 1\n")).hasMessageContaining("must be a mapping");
  }

  @Test
  void shouldNameEveryKindOfFaultAsItIsWritten() {
    assertThat(Arrays.stream(FaultKind.values()).map(FaultKind::label))
        .contains("cpu-hog", "memory-leak", "traffic-lost", "silence", "stuck-value", "slow-disk");
  }

  private static Scenario read(String yaml) {
    return Scenarios.parse("mine.yaml", yaml);
  }
}
