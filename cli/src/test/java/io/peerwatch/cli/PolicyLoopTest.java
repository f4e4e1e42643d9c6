package io.peerwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peerwatch.cli.log.Logging;
import io.peerwatch.cli.run.Stop;
import io.peerwatch.local.LocalCluster;
import io.peerwatch.local.LocalLogs;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.producers.operate.Change;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.producers.operate.OperatedWriter;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies by command lines while streams run, over a real broker and registry. */
class PolicyLoopTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final Duration STEP = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private final List<Stop> stops = new ArrayList<>();
  private final List<CompletableFuture<Integer>> streams = new ArrayList<>();
  private LocalCluster cluster;
  private OnBroker broker;
  private CapturedTerminal terminal;
  private Instant now = START;

  @BeforeEach
  void startCluster() {
    Logging.quieten(LocalLogs.LEVELS);
    cluster = LocalCluster.start(new LocalSettings(1, 0, 0, folder.resolve("cluster")));
    broker =
        new OnBroker(
            ConnectionSettings.of(cluster.bootstrapServers(), cluster.registryUrl(), "loop."));
    assertThat(run("topics", "apply", "--partitions", "2", "--retention", "unlimited")).isZero();
  }

  @AfterEach
  void stopAll() {
    stopStreams();
    cluster.close();
  }

  @Test
  void shouldJudgeTheNextWindowByWhatWasAppliedOnEveryInstanceAndAfterARestart()
      throws IOException {
    startStream("one");
    startStream("two");
    replay(Duration.ofMinutes(10));
    await().atMost(PATIENCE).until(() -> verdicts("web").size() >= 8 && verdicts("db").size() >= 8);

    var file =
        file(
            "version: 1",
            "defaults: { runbook: 'https://runbooks' }",
            "groups:",
            "  - match: web",
            "    window: 2m",
            "  - match: 'd*'",
            "    window: 5m");
    assertThat(run("policy", "apply", file, "--dry-run", "--valid-from", at(12))).isZero();
    assertThat(terminal.out()).contains("web: added", "  + window: 2m");
    assertThat(broker.all(Topics.POLICY_HISTORY)).isEmpty();
    assertThat(run("policy", "apply", file, "--valid-from", "soon")).isEqualTo(2);
    assertThat(terminal.errLines()).singleElement().asString().contains("'soon' is not a time");
    assertThat(run("policy", "apply", file, "--who", "ann", "--valid-from", at(12))).isZero();
    assertThat(terminal.err()).contains("3 written, valid from 2026-01-05T00:12:00Z");
    assertThat(run("policy", "apply", file)).isZero();
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err()).contains("nothing to change");

    refuse("web");
    await().atMost(PATIENCE).until(() -> !broker.all(Topics.REJECTED_RECORDS).isEmpty());
    assertThat(broker.all(Topics.REJECTED_RECORDS))
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.getReason()).isEqualTo(RejectReason.INVALID_POLICY);
              assertThat(refused.getTopic()).isEqualTo("loop.policy-history");
            });

    replay(Duration.ofMinutes(20));
    await().atMost(PATIENCE).until(() -> windowAt("web", 14).isPresent());
    await().atMost(PATIENCE).until(() -> windowAt("db", 15).isPresent());
    assertThat(windowAt("web", 11).orElseThrow().getWindowEnd()).hasToString(at(12));
    assertThat(windowAt("web", 12).orElseThrow().getWindowEnd()).hasToString(at(14));
    assertThat(windowAt("db", 14).orElseThrow().getWindowEnd()).hasToString(at(15));
    assertThat(windowAt("db", 15).orElseThrow().getWindowEnd()).hasToString(at(20));

    stopStreams();
    replay(Duration.ofMinutes(20));
    startStream("three");
    await().atMost(PATIENCE).until(() -> windowAt("web", 44).isPresent());
    await().atMost(PATIENCE).until(() -> windowAt("db", 40).isPresent());
    assertSideBySide(verdicts("web"));
    assertSideBySide(verdicts("db"));
    assertThat(broker.all(Topics.REJECTED_RECORDS)).hasSize(1);
  }

  @Test
  void shouldShowDiffExportHistoryAndRemove() throws IOException {
    var file =
        file(
            "version: 1",
            "defaults: { falseAlarms: 1/week, timeZone: UTC }",
            "groups:",
            "  - match: web-*",
            "    falseAlarms: 3/week",
            "    metrics: { app.queue: { floor: 0.5, worse: up } }",
            "  - match: '*-eu'",
            "    timeZone: Europe/Paris");
    assertThat(run("policy", "apply", file, "--who", "ann", "--valid-from", "always")).isZero();

    assertThat(run("policy", "show", "web-eu")).isZero();
    assertThat(terminal.out().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "group web-eu",
            "FIELD VALUE FROM",
            "falseAlarms 3/week web-*",
            "metrics.app.queue.floor 0.5 web-*",
            "metrics.app.queue.worse up web-*",
            "timeZone Europe/Paris *-eu");
    run("policy", "show", "cache", "--at", "2026-01-05T00:00Z");
    assertThat(terminal.out()).doesNotContain("takes effect");
    var later = file("version: 1", "groups: [{ match: 'cache', falseAlarms: 7/week }]");
    run("policy", "apply", later, "--valid-from", "2026-03-01T00:00Z");
    run("policy", "show", "cache", "--at", "2026-01-05T00:00Z");
    assertThat(terminal.out())
        .contains("timeZone", "UTC", "  cache takes effect at 2026-03-01T00:00:00Z");
    run("policy", "show", "cache", "--at", "2026-03-01T00:00Z");
    assertThat(terminal.out()).contains("7/week").doesNotContain("takes effect");
    run("policy", "remove", "cache");
    run("inventory", "add", "host-7", "--group", "db");
    run("policy", "show", "host-7");
    assertThat(terminal.out()).startsWith("host-7 in group db");
    assertThat(run("policy", "show", "no such")).isEqualTo(1);
    assertThat(terminal.errLines())
        .singleElement()
        .asString()
        .contains("can name no group or host");

    var exported = folder.resolve("exported.yaml").toString();
    assertThat(run("policy", "export", exported)).isZero();
    assertThat(run("policy", "diff", exported)).isZero();
    assertThat(terminal.err()).contains("no difference");

    var changed = file("version: 1", "groups: [{ match: web-*, falseAlarms: 5/week }]");
    assertThat(run("policy", "diff", changed)).isZero();
    assertThat(terminal.out().lines())
        .containsExactly(
            "web-*: changed",
            "  ~ falseAlarms: 3/week → 5/week",
            "  - metrics.app.queue.floor: 0.5",
            "  - metrics.app.queue.worse: up",
            "*: not in the file",
            "*-eu: not in the file");
    assertThat(run("policy", "apply", changed, "--replace", "--who", "bob")).isZero();
    assertThat(run("policy", "remove", "web-*", "--who", "eve")).isZero();
    assertThat(run("policy", "remove", "web-*")).isEqualTo(1);
    assertThat(terminal.errLines()).singleElement().asString().contains("no policy of web-*");
    assertThat(run("policy", "history", "web-*")).isZero();
    assertThat(terminal.out())
        .contains(
            "web-*: added from always, order 1, by ann", "changed from", "removed from", "eve");
    assertThat(run("policy", "export")).isZero();
    assertThat(terminal.out()).isEqualToIgnoringNewLines("version: 1");
  }

  private void refuse(String pattern) {
    var tooShort = GroupPolicy.newBuilder().setPattern(pattern).setWindowMillis(5L).build();
    var unchecked =
        new Operated<>(
            Topics.POLICY_HISTORY, GroupPolicy::getPattern, policy -> Optional.<String>empty());
    new OperatedWriter<>(broker.connection(), unchecked)
        .write(List.of(Change.put(pattern, tooShort, "")), change -> {});
  }

  private void startStream(String name) {
    Stop stop = new Stop();
    List<String> command =
        broker.connected("stream", "--state", folder.resolve(name).toString(), "--window", "1m");
    stops.add(stop);
    streams.add(
        CompletableFuture.supplyAsync(
            () -> new CapturedTerminal().run(stop, command), task -> new Thread(task).start()));
  }

  private void stopStreams() {
    stops.forEach(Stop::request);
    streams.forEach(CompletableFuture::join);
    stops.clear();
    streams.clear();
  }

  private List<GroupVerdict> verdicts(String group) {
    return broker.all(Topics.GROUP_VERDICTS).stream()
        .filter(verdict -> verdict.getGroup().equals(group))
        .toList();
  }

  private Optional<GroupVerdict> windowAt(String group, int minute) {
    return verdicts(group).stream()
        .filter(verdict -> verdict.getWindowStart().toString().equals(at(minute)))
        .findFirst();
  }

  private static void assertSideBySide(List<GroupVerdict> verdicts) {
    for (int i = 1; i < verdicts.size(); i++) {
      assertThat(verdicts.get(i).getWindowStart()).isEqualTo(verdicts.get(i - 1).getWindowEnd());
    }
  }

  private static String at(int minute) {
    return START.plus(Duration.ofMinutes(minute)).toString();
  }

  /** So much more of two groups of three hosts. */
  private void replay(Duration time) throws IOException {
    List<String> lines = new ArrayList<>(List.of("timestamp,group,host,system.cpu.utilization"));
    for (Instant end = now.plus(time); now.isBefore(end); now = now.plus(STEP)) {
      for (String group : List.of("web", "db")) {
        for (int host = 1; host <= 3; host++) {
          lines.add("%s,%s,%s-%d,0.4".formatted(now, group, group, host));
        }
      }
    }
    Path samples = Files.write(folder.resolve("samples.csv"), lines);
    assertThat(run("replay", samples.toString(), "--speed", "max")).isZero();
  }

  private String file(String... lines) throws IOException {
    return Files.write(folder.resolve("policies.yaml"), List.of(lines)).toString();
  }

  private int run(String... arguments) {
    terminal = new CapturedTerminal();
    return broker.run(terminal, arguments);
  }
}
