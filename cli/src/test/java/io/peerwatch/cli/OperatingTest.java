package io.peerwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.cli.log.Logging;
import io.peerwatch.local.LocalCluster;
import io.peerwatch.local.LocalLogs;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.producers.operate.Change;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.producers.operate.OperatedWriter;
import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Severity;
import io.peerwatch.schemas.avro.Verdict;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Names;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say of alerts and hosts, by command lines over a real broker and registry. */
class OperatingTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static int installations;

  @TempDir private static Path data;
  private static LocalCluster cluster;

  @TempDir private Path folder;
  private ConnectionSettings connection;
  private CapturedTerminal terminal;

  @BeforeAll
  static void startCluster() {
    Logging.quieten(LocalLogs.LEVELS);
    cluster = LocalCluster.start(new LocalSettings(1, 0, 0, data.resolve("cluster")));
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  @BeforeEach
  void makeTopics() {
    connection =
        ConnectionSettings.of(
            cluster.bootstrapServers(), cluster.registryUrl(), "t" + installations++ + ".");
    assertThat(run("topics", "apply", "--partitions", "3")).isZero();
  }

  @Test
  void shouldAddListExportRemoveAndImportSilences() throws IOException {
    assertThat(silence("disk", "web-*", "web-07", "2026-11-22T12:00Z", "2126-11-22T12:00Z"))
        .isZero();
    assertThat(terminal.out())
        .startsWith("silence disk: added, groups web-*, hosts web-07, from 2026-11-22T12:00:00Z");
    assertThat(silence("old", "*", "*", "2025-01-01T00:00Z", "2025-01-02T00:00Z")).isZero();
    assertThat(silence("disk", "web-*", "web-07", "2026-11-22T12:00Z", "2126-11-22T12:00Z"))
        .isZero();
    assertThat(terminal.out()).isEqualToIgnoringNewLines("silence disk: there already");

    run("silence", "list");
    assertThat(terminal.out()).contains("disk", "ann", "new disk").doesNotContain("old");
    run("silence", "list", "--all");
    assertThat(terminal.out()).contains("expired");

    var file = folder.resolve("silences.jsonl").toString();
    assertThat(run("silence", "export", file)).isZero();
    assertThat(run("silence", "remove", "disk", "old")).isZero();
    assertThat(terminal.out().lines())
        .containsExactlyInAnyOrder("silence disk: removed", "silence old: removed");
    run("silence", "list", "--all", "--json");
    assertThat(terminal.out()).isEmpty();
    assertThat(run("silence", "remove", "disk")).isEqualTo(1);
    assertThat(terminal.errLines()).singleElement().asString().contains("no silence disk");

    assertThat(run("silence", "import", file)).isZero();
    run("silence", "export");
    assertThat(terminal.out()).isEqualTo(Files.readString(Path.of(file)));
    assertThat(run("silence", "import", file)).isZero();
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err()).contains("0 added, 0 changed, 0 removed, 2 unchanged");
  }

  @Test
  void shouldRoundTripAnInventoryAsCsvAndAsJson() throws IOException {
    var csv =
        file(
            "hosts.csv",
            "host,group,cores,memory,tier,workload,label.dc",
            "web-01,web,8,16GiB,application,user-facing,\"eu, 1\"",
            "web-02,web,2.5,,,,",
            "db-01,db,,,database,,");
    assertThat(run("inventory", "import", csv)).isZero();
    assertThat(terminal.out().lines())
        .containsExactlyInAnyOrder(
            "web-01 in web: added, application, user-facing, 8 cores, 16GiB, dc=eu, 1",
            "web-02 in web: added, 2.5 cores",
            "db-01 in db: added, database");

    var exported = folder.resolve("exported.csv").toString();
    var json = folder.resolve("exported.jsonl").toString();
    assertThat(run("inventory", "export", exported)).isZero();
    assertThat(run("inventory", "export", json, "--format", "json")).isZero();
    for (var again : List.of(exported, json)) {
      assertThat(run("inventory", "import", again, "--replace")).isZero();
      assertThat(terminal.err()).contains("0 added, 0 changed, 0 removed, 3 unchanged");
      run("inventory", "remove", "web-01", "--group", "web");
      assertThat(run("inventory", "import", again)).isZero();
      assertThat(terminal.err()).contains("1 added, 0 changed, 0 removed, 2 unchanged");
    }
    run("inventory", "list", "--group", "w*");
    assertThat(terminal.out()).contains("web-01", "16GiB", "dc=eu, 1").doesNotContain("db-01");
  }

  @Test
  void shouldAddAndRemoveHostsAndReplaceGroups() throws IOException {
    assertThat(
            run("inventory", "add", "web-01", "--group", "web", "--cores", "8", "--label", "dc=eu"))
        .isZero();
    assertThat(
            run("inventory", "add", "web-01", "--group", "web", "--cores", "8", "--label", "dc=eu"))
        .isZero();
    assertThat(terminal.out()).startsWith("web-01 in web: there already");
    run("inventory", "add", "web-02", "--group", "web");
    run("inventory", "add", "db-01", "--group", "db");

    var csv = file("hosts.csv", "group,host,cores", "web,web-01,16", "web,web-03,");
    assertThat(run("inventory", "import", csv, "--replace", "--dry-run")).isZero();
    var lines =
        List.of(
            "web-01 in web: changed, 16 cores",
            "web-03 in web: added, nothing else known",
            "web-02 in web: removed");
    assertThat(terminal.out().lines())
        .containsExactlyElementsOf(lines.stream().map(line -> "would do: " + line).toList());
    assertThat(run("inventory", "import", csv, "--replace")).isZero();
    assertThat(terminal.out().lines()).containsExactlyElementsOf(lines);
    run("inventory", "export");
    assertThat(terminal.out().lines())
        .containsExactly(
            "group,host,tier,workload,cores,memory",
            "db,db-01,,,,",
            "web,web-01,,,16.0,",
            "web,web-03,,,,");
    assertThat(run("inventory", "remove", "web-02", "--group", "web")).isEqualTo(1);
    assertThat(terminal.errLines()).hasSize(1);
  }

  @Test
  void shouldWriteNothingWhenOneLineIsBad() throws Exception {
    var csv =
        file(
            "hosts.csv",
            "group,host,cores,memory,tier",
            "web,web-01,8,,",
            "web,web 02,8,,",
            "web,web-03,many,,",
            "web,web-04,0,,",
            "web,web-05,,16 Gigs,",
            "web,web-06,,,castle",
            "web,web-01,9,,",
            "web");
    var before = ends(Topics.HOST_INVENTORY);

    assertThat(run("inventory", "import", csv)).isEqualTo(1);

    assertThat(terminal.errLines()).hasSize(8);
    for (int line = 3; line <= 9; line++) {
      assertThat(terminal.err()).contains(csv + ":" + line + ": ");
    }
    assertThat(terminal.err())
        .contains("7 of 8 lines cannot be used, nothing was written")
        .contains("tier 'castle' is none of application, database, cache, batch, balancer");
    assertThat(ends(Topics.HOST_INVENTORY)).isEqualTo(before);
    assertThat(run("inventory", "import", csv, "--skip-bad")).isZero();
    assertThat(terminal.out()).startsWith("web-01 in web: added, 8 cores");
    assertThat(run("inventory", "import", csv, "--skip-bad", "--replace")).isEqualTo(2);
    assertThat(run("inventory", "import", file("x.csv", "group,name"))).isEqualTo(1);
    assertThat(terminal.err()).contains("x.csv:1: unknown column 'name'");
    assertThat(run("silence", "import", file("x.jsonl", "{\"silenceId\":\"a\",\"until\":3}")))
        .isEqualTo(1);
    assertThat(terminal.err()).contains("x.jsonl:1: unknown field until");
  }

  @Test
  void shouldWriteNothingOnADryRun() throws Exception {
    publish(alert("a1", "web", "web-07", NOON, AlertState.OPENED));
    var topics = List.of(Topics.SILENCES, Topics.HOST_INVENTORY, Topics.ALERT_FEEDBACK);
    var before = ends(topics);

    var silences = file("s.jsonl", "{\"silenceId\":\"a\",\"from\":1,\"to\":2,\"why\":\"x\"}");
    for (var command :
        List.of(
            "silence add --group * --host * --for 2h --why x",
            "silence import " + silences,
            "inventory add web-01 --group web",
            "inventory import " + file("h.csv", "group,host", "web,web-01"),
            "feedback add a1 --kind false-alarm",
            "feedback import "
                + file(
                    "f.jsonl",
                    "{\"alertId\":\"a1\",\"group\":\"web\",\"kind\":\"UNDONE\",\"at\":7}"))) {
      assertThat(run((command + " --dry-run").split(" "))).as(command).isZero();
      assertThat(terminal.out()).as(command).startsWith("would do: ");
    }

    assertThat(ends(topics)).isEqualTo(before);
  }

  @Test
  void shouldTakeFeedbackOnAlertsThatThereAre() throws Exception {
    publish(alert("a1", "web", "web-07", NOON, AlertState.OPENED));

    assertThat(run("feedback", "add", "b2", "--kind", "false-alarm")).isEqualTo(1);
    assertThat(terminal.errLines()).singleElement().asString().contains("no alert b2");
    assertThat(run("feedback", "remove", "a1")).isEqualTo(1);
    assertThat(run("feedback", "add", "a1", "--kind", "false-alarm", "--who", "ann")).isZero();
    assertThat(terminal.out()).startsWith("alert a1: false-alarm, said by ann (web-07 in web)");
    assertThat(run("feedback", "add", "a1", "--kind", "false-alarm", "--who", "ann")).isZero();
    assertThat(terminal.out()).startsWith("alert a1: said already");
    assertThat(run("feedback", "remove", "a1", "--who", "bob")).isZero();

    run("feedback", "list", "--since", "1h", "--group", "w*");
    assertThat(terminal.out().lines().skip(1))
        .hasSize(2)
        .satisfiesExactly(
            line -> assertThat(line).contains("false-alarm", "web-07", "ann"),
            line -> assertThat(line).contains("undone", "bob"));
    var file = folder.resolve("feedback.jsonl").toString();
    assertThat(run("feedback", "export", file)).isZero();
    assertThat(run("feedback", "import", file)).isZero();
    assertThat(terminal.err()).contains("0 added, 2 unchanged");
    var elsewhere = "t" + installations++ + ".";
    connection =
        ConnectionSettings.of(cluster.bootstrapServers(), cluster.registryUrl(), elsewhere);
    run("topics", "apply", "--partitions", "3");
    assertThat(run("feedback", "import", file)).isZero();
    run("feedback", "export");
    assertThat(terminal.out()).isEqualTo(Files.readString(Path.of(file)));
  }

  @Test
  void shouldKeepQuietAboutSilencedAlerts() throws Exception {
    var open = alert("a1", "web", "web-07", NOON, AlertState.OPENED);
    publish(open);
    publish(alert("a1", "web", "web-07", NOON.plusSeconds(7200), AlertState.UPDATED));
    publish(alert("a2", "web", null, NOON, AlertState.OPENED));
    silence("disk", "web", "web-*", "2026-11-22T11:00Z", "2026-11-22T13:00Z");

    run("notify", "--to", "console", "--from-beginning", "--until-end");
    assertThat(terminal.out().lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("UPDATED") && line.endsWith("a1"))
        .anyMatch(line -> line.contains("OPENED") && line.endsWith("a2"));
    run("notify", "--to", "console", "--from-beginning", "--until-end", "--show-silenced");
    assertThat(terminal.out().lines())
        .hasSize(3)
        .anyMatch(line -> line.endsWith("a1  (silenced by disk)"));
    run(
        "notify",
        "--to",
        "console",
        "--json",
        "--from-beginning",
        "--until-end",
        "--show-silenced");
    assertThat(terminal.out()).containsOnlyOnce(",\"silencedBy\":[\"disk\"]}");
    run("silence", "remove", "disk");
    run("notify", "--to", "console", "--from-beginning", "--until-end");
    assertThat(terminal.out().lines()).hasSize(3);
  }

  @Test
  void shouldTellWrongUseInOneLine() {
    for (var command :
        List.of(
            "silence add --group web --host web-07 --why x",
            "silence add --group web --host web-07 --why x --for 2h --to +3h",
            "silence add --group web --host web-07 --why x --to yesterday",
            "silence add --group web --host web-07 --why x --to -2h",
            "silence add --group w|b --host web-07 --why x --for 2h",
            "silence add --group web --host web-07 --why x --for 2h --id a|b",
            "inventory add web-01 --group web --cores -1",
            "inventory add web-01 --group web --memory lots",
            "inventory add web-01 --group web --tier castle",
            "inventory add web-01 --group web --label dc=",
            "feedback add a1 --kind maybe",
            "silence",
            "inventory",
            "feedback")) {
      assertThat(run(command.split(" "))).as(command).isEqualTo(2);
      assertThat(terminal.errLines()).as(command).hasSize(1);
    }
  }

  private int silence(String id, String group, String host, String from, String to) {
    return run(
        "silence",
        "add",
        "--id",
        id,
        "--group",
        group,
        "--host",
        host,
        "--from",
        from,
        "--to",
        to,
        "--why",
        "new disk",
        "--who",
        "ann");
  }

  private int run(String... words) {
    var command = new ArrayList<>(List.of(words));
    if (words.length > 1) {
      command.addAll(
          List.of(
              "--bootstrap-servers=" + connection.bootstrapServers(),
              "--registry=" + connection.registryUrl(),
              "--prefix=" + connection.prefix()));
    }
    terminal = new CapturedTerminal();
    return terminal.run(command.toArray(String[]::new));
  }

  private String file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines)).toString();
  }

  private static HostAlert alert(
      String id, String group, String host, Instant at, AlertState state) {
    return HostAlert.newBuilder()
        .setAlertId(id)
        .setGroup(group)
        .setHost(host)
        .setVerdict(host == null ? Verdict.GROUP_SHIFT : Verdict.LONE_HOST)
        .setState(state)
        .setSeverity(Severity.WARNING)
        .setUpdatedAt(at)
        .build();
  }

  private void publish(HostAlert alert) {
    var alerts =
        new Operated<HostAlert>(Topics.HOST_ALERTS, OperatingTest::key, a -> Optional.empty());
    new OperatedWriter<>(connection, alerts)
        .write(List.of(Change.put(key(alert), alert, "")), change -> {});
  }

  private static String key(HostAlert alert) {
    return Names.hostKey(alert.getGroup(), alert.getHost() == null ? "" : alert.getHost());
  }

  private Map<String, Long> ends(TopicSpec<?> topic) throws Exception {
    return ends(List.of(topic));
  }

  /** Offsets after the last record, by partition. */
  private Map<String, Long> ends(List<? extends TopicSpec<?>> topics) throws Exception {
    try (var admin = Admin.create(connection.kafkaClient())) {
      var wanted =
          topics.stream()
              .flatMap(
                  spec ->
                      IntStream.range(0, spec.key().onePartition() ? 1 : 3)
                          .mapToObj(p -> new TopicPartition(connection.topic(spec), p)))
              .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
      return admin.listOffsets(wanted).all().get().entrySet().stream()
          .collect(Collectors.toMap(e -> e.getKey().toString(), e -> e.getValue().offset()));
    }
  }
}
