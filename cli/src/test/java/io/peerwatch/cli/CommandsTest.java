package io.peerwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.cli.option.OptionSources;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.run.Stop;
import io.peerwatch.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every command by what it says of itself and of wrong use; none here gets to a broker. */
class CommandsTest {
  private static final String NOBODY = "127.0.0.1:1";

  private final CapturedTerminal terminal = new CapturedTerminal();
  @TempDir private Path folder;

  static Stream<String> allCommands() {
    var out = new PrintWriter(new StringWriter());
    var session =
        new Session(
            new Terminal(out, out, false, false),
            new Stop(),
            OptionSources.of(List.of(), Map.of()));
    return names(Commands.tree(session), "");
  }

  private static Stream<String> names(CommandLine command, String before) {
    return command.getSubcommands().entrySet().stream()
        .flatMap(
            sub -> {
              String name = (before + " " + sub.getKey()).strip();
              return Stream.concat(Stream.of(name), names(sub.getValue(), name));
            });
  }

  @ParameterizedTest
  @MethodSource("allCommands")
  void shouldHelpWithAnExample(String command) {
    assertThat(terminal.run((command + " --help").split(" "))).isZero();
    assertThat(terminal.out())
        .contains("Usage: peerwatch " + command, "Example", "  peerwatch " + command.split(" ")[0]);
    assertThat(terminal.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("allCommands")
  void shouldTellAWrongOptionInOneLine(String command) {
    assertThat(terminal.run((command + " --nonsense").split(" "))).isEqualTo(2);
    assertThat(terminal.errLines()).hasSize(1);
    assertThat(terminal.err()).contains("(see peerwatch " + command + " --help)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stream --window 5x",
        "stream --window 10ms",
        "stream --false-alarms 3",
        "stream --threads many",
        "agent --period 10ms",
        "agent --group a|b",
        "agent --period 0s",
        "agent --buffer-samples 0",
        "agent --metrics-every 10ms",
        "simulate demo --speed fast",
        "simulate",
        "notify --to pager",
        "notify --to console --min-severity loud",
        "topics apply --partitions 0",
        "topics apply --retention 7x",
        "topics check --bootstrap-servers nonsense",
        "topics check --registry nonsense",
        "topics",
        "backtest --out alerts.jsonl",
        "demo --duration -5s",
        "bench --hosts 105 --group-size 10",
        "bench --group-size 1",
        "bench --metrics 0",
        "bench --samples 0",
        "bench --threads 0",
        "bench --rounds 0",
        "bench --only nobody",
        "bench --duration 30s",
        "bench --only pass-through --profile ours.jfr",
        "bench --json no/such/folder/figures.json"
      })
  void shouldTellAWrongValueInOneLineAndEndWithTwo(String command) {
    assertThat(terminal.run(command.split(" "))).isEqualTo(2);
    assertThat(terminal.errLines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "topics apply",
        "topics check",
        "stream",
        "agent",
        "simulate demo",
        "replay samples.csv",
        "notify --to console",
        "dashboard --port 0"
      })
  void shouldTellAnUnreachableBrokerInOneLineWithinTenSeconds(String command) {
    long start = System.nanoTime();
    int code = terminal.run((command + " --bootstrap-servers " + NOBODY).split(" "));
    assertThat(code).isEqualTo(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(terminal.errLines()).hasSize(1);
    assertThat(terminal.err()).contains(NOBODY, "--bootstrap-servers");
  }

  @Test
  void shouldTellAMissingFileInOneLine() {
    String missing = folder.resolve("no.csv").toString();
    String out = folder.resolve("alerts.jsonl").toString();
    assertThat(terminal.run("backtest", missing, "--out", out)).isEqualTo(1);
    assertThat(terminal.errLines()).hasSize(1);
    assertThat(terminal.err()).contains(missing);
  }

  @Test
  void shouldNeverShowSecretsNotEvenWhenDebugging() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("p.properties"),
            "kafka.sasl.jaas.config=x.Y required password\\=\"geheim-1\";\n"
                + "registry.basic.auth.user.info=me:geheim-2\n");
    terminal.run(
        Map.of(
            "PEERWATCH_KAFKA_SSL_KEY_PASSWORD", "geheim-3", "PEERWATCH_CONFIG", config.toString()),
        "topics",
        "check",
        "--debug",
        "--verbose",
        "--kafka.sasl.mechanism=PLAIN",
        "--kafka.security.protocol=SASL_PLAINTEXT",
        "--kafka.ssl.keystore.password=geheim-4",
        "--bootstrap-servers",
        NOBODY);
    assertThat(terminal.out() + terminal.err()).isNotEmpty().doesNotContain("geheim");
  }

  @Test
  void shouldPrintWhatTheAgentSeesWithoutABroker() throws IOException {
    Path extra = Files.writeString(folder.resolve("app"), "app.queue 3\nnonsense\n");
    String file = extra.toString();
    assertThat(terminal.run("agent", "--print", "--group", "web", "--metrics-file", file)).isZero();
    assertThat(terminal.out())
        .contains("group  web", "system.memory.utilization", "system.uptime")
        .containsPattern("app\\.queue +3");
    assertThat(terminal.errLines()).hasSize(1);
    assertThat(terminal.err()).contains("agent: " + file + ":2: skipped");
  }

  @Test
  void shouldShowTheScenariosThatComeAlongAndWhatIsInOne() {
    assertThat(terminal.run("simulate", "--list")).isZero();
    assertThat(terminal.out().lines())
        .hasSizeGreaterThanOrEqualTo(10)
        .anyMatch(l -> l.startsWith("leak "));
    assertThat(terminal.run("simulate", "leak", "--describe")).isZero();
    assertThat(terminal.out()).contains("memory-leak", "web-05", "requests/min");
  }

  @Test
  void shouldTellEverythingThatIsWrongWithAScenarioALineEach() throws IOException {
    String yaml = "histori: 1h\ngroups:\n  - {name: web, hosts: none}\n";
    Path file = Files.writeString(folder.resolve("mine.yaml"), yaml);
    assertThat(terminal.run("simulate", file.toString())).isEqualTo(1);
    assertThat(terminal.errLines())
        .hasSizeGreaterThan(3)
        .allMatch(line -> line.startsWith("peerwatch simulate: " + file + ":"));
  }

  @Test
  void shouldWriteASimulatedFleetAndBacktestIt() throws IOException {
    String csv = folder.resolve("fleet.csv").toString();
    String alerts = folder.resolve("alerts.jsonl").toString();
    assertThat(terminal.run("simulate", "demo", "--duration", "20m", "--out", csv)).isZero();
    assertThat(terminal.run("backtest", csv, "--out", alerts)).isZero();
    assertThat(terminal.out()).contains("read      5,040 samples", "episodes  0");
    assertThat(Files.readString(Path.of(alerts))).isEmpty();
  }

  @Test
  void shouldMissAListedHostInABacktest() throws IOException {
    String csv = folder.resolve("fleet.csv").toString();
    Path alerts = folder.resolve("alerts.jsonl");
    Path hosts = Files.writeString(folder.resolve("hosts.csv"), "group,host,cores\nweb,gone,8\n");
    terminal.run("simulate", "demo", "--duration", "20m", "--out", csv);
    String inventory = "--inventory=" + hosts;
    assertThat(terminal.run("backtest", csv, "--out", alerts.toString(), inventory)).isZero();
    assertThat(Files.readAllLines(alerts)).hasSize(1);
    assertThat(Files.readString(alerts)).contains("\"host\":\"gone\"", "SILENT_HOST");

    Files.writeString(hosts, "group,host,cores\nweb,gone,none\n");
    assertThat(terminal.run("backtest", csv, "--out", alerts.toString(), inventory)).isEqualTo(1);
    assertThat(terminal.err()).contains("hosts.csv:2: ", "mend them");
  }
}
