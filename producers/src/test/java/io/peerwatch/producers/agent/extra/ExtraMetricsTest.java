package io.peerwatch.producers.agent.extra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.peerwatch.producers.agent.notes.Notes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real commands in a real shell. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class ExtraMetricsTest {
  @TempDir private Path folder;
  private final List<String> told = new CopyOnWriteArrayList<>();

  @Test
  void shouldRunACommandAndReadItsOutput() throws Exception {
    try (var extra = extra("echo 'OK | load=0.5;1;2'", "app: printf 'queue 3\\nlatency 5ms\\n'")) {
      extra.awaitFirst();
      assertThat(read(extra))
          .isEqualTo(Map.of("load", 0.5, "app.queue", 3.0, "app.latency", 0.005));
    }
    assertThat(told).isEmpty();
  }

  @Test
  void shouldBelieveAPluginThatWarnsAndNotOneThatKnowsNothing() throws Exception {
    try (var extra =
        extra(
            "echo 'WARNING | a=1'; exit 1",
            "echo 'CRITICAL | b=2'; exit 2",
            "unknown: echo 'UNKNOWN | c=3'; exit 3",
            "missing: no-such-plugin --password=geheim")) {
      extra.awaitFirst();
      assertThat(read(extra)).isEqualTo(Map.of("a", 1.0, "b", 2.0));
    }
    assertThat(told)
        .containsExactlyInAnyOrder(
            "command unknown left out: it ended with exit code 3",
            "command missing left out: it ended with exit code 127");
  }

  @Test
  void shouldKillACommandThatTakesTooLongWithAllThatItStarted() throws Exception {
    Path pids = folder.resolve("pids");
    try (var extra =
        new ExtraMetrics(
            settings(
                Duration.ofSeconds(3),
                100,
                "slow: sleep 600 & echo $! > " + pids + "; sleep 600; echo 'x 1'"),
            notes())) {
      await().until(() -> !told.isEmpty());
      assertThat(read(extra)).isEmpty();
      assertThat(told)
          .containsExactly("command slow left out: killed, since it took longer than 3 s");
      long child = Long.parseLong(Files.readString(pids).strip());
      await().until(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }
  }

  @Test
  void shouldNeverRunACommandTwiceAtATime() throws Exception {
    Path running = folder.resolve("running");
    Path runs = folder.resolve("runs");
    String command =
        "mkdir %s || echo overlap >> %s; sleep 1.3; rmdir %s; echo run >> %s; echo x 1"
            .formatted(running, runs, running, runs);
    try (var extra = extra(command)) {
      await().atMost(Duration.ofSeconds(30)).until(() -> lines(runs) >= 3);
      assertThat(read(extra)).containsEntry("x", 1.0);
    }
    assertThat(Files.readAllLines(runs)).containsOnly("run");
  }

  /** Neither the command that comes next, nor the one for a failure. */
  @Test
  void shouldNotGoOnWithTheNextCommandWhenKilled() throws Exception {
    Path pid = folder.resolve("pid");
    Path next = folder.resolve("next");
    var extra =
        extra(
            "echo $$ > %s.new; mv %s.new %s; sleep 600 || echo failed >> %s; echo next >> %s; sleep 600"
                .formatted(pid, pid, pid, next, next));
    await().until(() -> Files.exists(pid));
    ProcessHandle shell =
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    await().until(() -> shell.children().anyMatch(ExtraMetricsTest::sleeps));
    extra.close();
    await().until(() -> !shell.isAlive());
    assertThat(next).doesNotExist();
  }

  private static boolean sleeps(ProcessHandle process) {
    return process.info().command().filter(command -> command.contains("sleep")).isPresent();
  }

  @Test
  void shouldKillWhatRunsWhenClosed() throws Exception {
    Path pid = folder.resolve("pid");
    var extra = extra("echo $$ > %s.new; mv %s.new %s; sleep 600".formatted(pid, pid, pid));
    await().until(() -> Files.exists(pid));
    long shell = Long.parseLong(Files.readString(pid).strip());
    extra.close();
    await().until(() -> ProcessHandle.of(shell).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void shouldNotWaitForOutputThatABackgroundProcessHoldsOpen() throws Exception {
    try (var extra = extra("sleep 20 & echo 'x 1'")) {
      extra.awaitFirst();
      assertThat(read(extra)).isEqualTo(Map.of("x", 1.0));
    }
  }

  @Test
  void shouldKeepOnlyTheBeginningOfEndlessOutput() throws Exception {
    try (var extra = extra("echo 'x 1'; head -c 5000000 /dev/zero | tr '\\0' '#'")) {
      extra.awaitFirst();
      assertThat(read(extra)).isEqualTo(Map.of("x", 1.0));
    }
  }

  @Test
  void shouldSendTheFirstByNameWhenThereAreTooMany() throws Exception {
    try (var extra =
        new ExtraMetrics(
            settings(Duration.ofSeconds(10), 2, "for i in c a b d; do echo $i 1; done"), notes())) {
      extra.awaitFirst();
      assertThat(read(extra)).containsOnlyKeys("a", "b");
    }
    assertThat(told).containsExactly("4 extra metrics are too many: the first 2 by name are sent");
  }

  @Test
  void shouldNotReplaceWhatTheAgentReadsItself() throws Exception {
    try (var extra = extra("echo system.uptime 1; echo mine 2")) {
      extra.awaitFirst();
      var metrics = new HashMap<>(Map.of("system.uptime", 99.0));
      extra.addTo(metrics);
      assertThat(metrics).isEqualTo(Map.of("system.uptime", 99.0, "mine", 2.0));
    }
    assertThat(told).containsExactly("extra metric system.uptime left out: the agent reads it");
  }

  @Test
  void shouldTakeANameInFrontOnlyWithAColonAndABlank() {
    assertThat(NamedCommand.parse("disk: check_disk -w 10%"))
        .isEqualTo(new NamedCommand("disk", "check_disk -w 10%"));
    assertThat(NamedCommand.parse("LC_ALL=C check_disk"))
        .isEqualTo(new NamedCommand("", "LC_ALL=C check_disk"));
    assertThat(NamedCommand.parse("check http://a:80/ b"))
        .isEqualTo(new NamedCommand("", "check http://a:80/ b"));
    assertThatThrownBy(() -> NamedCommand.parse(" ")).hasMessage("a command for metrics is empty");
  }

  private ExtraMetrics extra(String... commands) {
    return new ExtraMetrics(settings(Duration.ofSeconds(10), 100, commands), notes());
  }

  private static ExtraSettings settings(Duration timeout, int metricsMax, String... commands) {
    return new ExtraSettings(
        List.of(),
        ExtraSettings.FILE_AGE_MAX_DEFAULT,
        Stream.of(commands).map(NamedCommand::parse).toList(),
        Duration.ofSeconds(1),
        timeout,
        metricsMax);
  }

  private Notes notes() {
    return new Notes(told::add, System::nanoTime);
  }

  private static Map<String, Double> read(ExtraMetrics extra) {
    var metrics = new HashMap<String, Double>();
    extra.addTo(metrics);
    return metrics;
  }

  private static long lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }
}
