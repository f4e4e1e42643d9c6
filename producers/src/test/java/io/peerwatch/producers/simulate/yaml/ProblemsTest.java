package io.peerwatch.producers.simulate.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user is told of a scenario that can't be used. */
class ProblemsTest {
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
          demand:
            level: 0.4
        - {name: api, hosts: 2, tier: application, workload: bot, cores: 4, memory: 8GiB}
      faults:
        - kind: lag
          host: web-02
          start: 1h
          duration: 10m
          delay: 2m
      events:
        - kind: failover
          group: web
          to: api
          start: 3h
          duration: 1h
      """;

  @Test
  void shouldFindNothingWrongWithWhatIsRight() {
    assertThat(Scenarios.parse("mine.yaml", VALID).groups()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          level: 0.4  | level: 9            | 10: 'level' must lie within 0.001 and 5, not 9
          level: 0.4  | lvel: 0.4           | 10: unknown key 'lvel' in demand, did you mean 'level'?
          level: 0.4  | follows: wbe        | 10: 'follows' names no group: 'wbe'
          level: 0.4  | requestsPerSecond: 9, level: 1 | 10: is no YAML
          level: 0.4  | weekend: half       | 10: 'weekend' must be a number from 0 to 1, not 'half'
          hosts: 3    | sizes: []           | 4: 'sizes' must list at least one size
          hosts: 3    | jobs: [{name: j, length: 2d}], hosts: 3 | 4: is no YAML
          hosts: 3    | balancer: {weights: [1, 1, 1, 1]} | 3: 'hosts' is missing
          cores: 8    | cores: [8]          | 7: 'cores' must be a single value
          kind: lag   | kind: lagg          | 13: 'kind' must be one of
          kind: lag   | kind: silence       | 17: 'delay' means nothing for a silence
          host: web-02 | host: web-04       | 14: no group has a host 'web-04' (groups: web, api)
          host: web-02 | `host: web-02, group: wep` | 14: is no YAML
          delay: 2m   | strength: 3         | 17: 'strength' of lag must lie within 0 and 1
          delay: 2m   | metrics: [system.cpu.utilisation] | 17: 'metrics' must be names that simulated hosts send, not 'system.cpu.utilisation' (did you mean 'system.cpu.utilization'?)
          delay: 2m   | offset: 1m          | 17: 'offset' means nothing for a lag
          kind: failover | kind: fail-over  | 19: 'kind' must be one of
          to: api     | to: app             | 21: there is no group 'app', did you mean 'api'?
          to: api     | to: web             | 21: 'to' must be another group than 'web'
          to: api     | cost: 2             | 21: 'cost' means nothing for a failover
          group: web  | group: wep          | 20: there is no group 'wep', did you mean 'web'?
          kind: failover | kind: hosts-leave | 19: 'hosts' is missing: those that leave
          kind: failover | kind: bigger-hosts | 19: 'cores' or 'hostMemory' is missing
          history: 6h | timeZone: Mars/Base | 1: 'timeZone' must be a time zone such as UTC
          """)
  void shouldTellTheLineAndWhatIsAllowed(String from, String to, String problem) {
    assertThat(problemsOf(VALID.replace(from, to)))
        .anySatisfy(told -> assertThat(told).startsWith("mine.yaml:" + problem))
        .allSatisfy(told -> assertThat(told).doesNotContain("\n").startsWith("mine.yaml:"));
  }

  @Test
  void shouldTellAllOfThemAtOnceInTheOrderOfLines() {
    String wrong =
        VALID
            .replace("history: 6h", "histori: 6h")
            .replace("cores: 8", "cores: 0")
            .replace("level: 0.4", "level: -1")
            .replace("host: web-02", "host: web-99");
    List<String> problems = problemsOf(wrong);
    assertThat(problems)
        .extracting(told -> told.split(":")[1])
        .containsExactly("1", "7", "10", "14");
  }

  @Test
  void shouldRefuseWhatOverlaps() {
    String second = "  - {kind: %s, host: web-02, start: 65m, duration: 10m}\nevents:";
    assertThat(problemsOf(VALID.replace("events:", second.formatted("lag"))))
        .containsExactly("mine.yaml:18: overlaps another lag of web-02");
    assertThat(problemsOf(VALID.replace("events:", second.formatted("silence"))))
        .singleElement()
        .satisfies(
            told -> assertThat(told).contains(":18: ", "overlaps a silence of the same host"));
    String beside = VALID.replace("events:", second.formatted("cpu-hog"));
    assertThat(Scenarios.parse("mine.yaml", beside).faults()).hasSize(2);
  }

  @Test
  void shouldRefuseTwoWaysToTellTheSame() {
    String both = VALID.replace("level: 0.4", "{level: 0.4, requestsPerSecond: 80}");
    assertThat(problemsOf(both.replace("demand:\n      {", "demand: {")))
        .anySatisfy(told -> assertThat(told).contains("exclude each other"));
    String sizes = VALID.replace("hosts: 3", "sizes: [{hosts: 3, cores: 2, memory: 1GiB}]");
    assertThat(problemsOf(sizes))
        .allSatisfy(told -> assertThat(told).contains("exclude each other"));
  }

  @Test
  void shouldKeepToTheFirstTwentyOfVeryMany() {
    String faults = "  - {kind: lag, host: nobody, start: 1h, duration: 1h}\n".repeat(50);
    assertThat(problemsOf(VALID.replace("faults:\n", "faults:\n" + faults))).hasSize(20);
  }

  private static List<String> problemsOf(String yaml) {
    var thrown =
        catchThrowableOfType(ScenarioException.class, () -> Scenarios.parse("mine.yaml", yaml));
    assertThat(thrown).as("nothing is wrong with\n" + yaml).isNotNull();
    return thrown.problems();
  }
}
