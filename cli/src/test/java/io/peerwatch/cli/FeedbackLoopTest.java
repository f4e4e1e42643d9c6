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
import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.BudgetLedger;
import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.avro.FeedbackKind;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.schemas.avro.Resolution;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feedback by command lines while the stream runs, over a real broker and registry. */
class FeedbackLoopTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final Duration STEP = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int HOSTS = 8;
  private static final String ODD = "web-07";

  @TempDir private Path folder;

  private final SplittableRandom random = new SplittableRandom(5);
  private final Stop stop = new Stop();
  private LocalCluster cluster;
  private OnBroker broker;
  private CompletableFuture<Integer> stream;
  private CapturedTerminal terminal;
  private Instant now = START;

  @BeforeEach
  void startStream() {
    Logging.quieten(LocalLogs.LEVELS);
    cluster = LocalCluster.start(new LocalSettings(1, 0, 0, folder.resolve("cluster")));
    broker =
        new OnBroker(
            ConnectionSettings.of(cluster.bootstrapServers(), cluster.registryUrl(), "loop."));
    assertThat(run("topics", "apply", "--partitions", "2", "--retention", "unlimited")).isZero();
    List<String> command =
        broker.connected("stream", "--state", folder.resolve("state").toString(), "--window", "1m");
    stream = CompletableFuture.supplyAsync(() -> new CapturedTerminal().run(stop, command));
  }

  @AfterEach
  void stopStream() {
    stop.request();
    stream.join();
    cluster.close();
  }

  @Test
  void shouldLearnWhatPeopleSayWhileItRunsAndTellItToReadersOfCommittedRecords()
      throws IOException {
    replay(Duration.ofHours(4), 0);
    replay(Duration.ofMinutes(15), 0.3);
    await().atMost(PATIENCE).until(() -> !broker.all(Topics.HOST_ALERTS).isEmpty());
    HostAlert alert = broker.all(Topics.HOST_ALERTS).get(0);
    assertThat(alert.getHost()).isEqualTo(ODD);

    String id = alert.getAlertId();
    assertThat(run("feedback", "add", id, "--kind", "expected-change", "--who", "ann")).isZero();
    await().atMost(PATIENCE).until(() -> ledger().getConfirmed() == 1);
    // A transaction ends on each partition by itself: readers may see the one before the other.
    await().atMost(PATIENCE).until(() -> lastAlert().getState() == AlertState.RESOLVED);
    HostAlert closed = lastAlert();
    assertThat(closed.getAlertId()).isEqualTo(id);
    assertThat(closed.getState()).isEqualTo(AlertState.RESOLVED);
    assertThat(closed.getResolution()).isEqualTo(Resolution.ACKNOWLEDGED);
    run("feedback", "taught", "web", "--host", "web-0*");
    assertThat(terminal.out()).contains(ODD, "expected-change", "spreads are usual", id);
    run("feedback", "ledger");
    assertThat(terminal.out().lines().skip(1))
        .singleElement()
        .satisfies(line -> assertThat(line).matches("web +2026-01-05 +0\\.0 +1 +1 +0 +0 +0 .*"));

    int alerts = broker.all(Topics.HOST_ALERTS).size();
    int windows = broker.all(Topics.GROUP_VERDICTS).size();
    replay(Duration.ofMinutes(30), 0.3);
    await().atMost(PATIENCE).until(() -> broker.all(Topics.GROUP_VERDICTS).size() >= windows + 28);
    assertThat(broker.all(Topics.HOST_ALERTS)).hasSize(alerts);

    assertThat(run("feedback", "remove", id, "--who", "bob")).isZero();
    await().atMost(PATIENCE).until(() -> ledger().getUnjudged() == 1);
    assertThat(ledger().getTaught()).isEmpty();

    say(Feedback.newBuilder().setAlertId("0badc0de").setGroup("web").setAt(START));
    await().atMost(PATIENCE).until(() -> !broker.all(Topics.REJECTED_RECORDS).isEmpty());
    RejectedRecord refusal = broker.all(Topics.REJECTED_RECORDS).get(0);
    assertThat(refusal.getReason()).isEqualTo(RejectReason.UNKNOWN_ALERT);
    assertThat(refusal.getTopic()).isEqualTo("loop.alert-feedback");
    assertThat(stream).isNotDone();
  }

  private void say(Feedback.Builder feedback) {
    Feedback said = feedback.setKind(FeedbackKind.FALSE_ALARM).setWho("eve").build();
    new OperatedWriter<>(broker.connection(), Operated.FEEDBACK)
        .write(List.of(Change.put(said.getGroup(), said, "")), change -> {});
  }

  private BudgetLedger ledger() {
    List<BudgetLedger> told = broker.all(Topics.BUDGET_LEDGER);
    return told.get(told.size() - 1);
  }

  private HostAlert lastAlert() {
    List<HostAlert> alerts = broker.all(Topics.HOST_ALERTS);
    return alerts.get(alerts.size() - 1);
  }

  /** So much more of a fleet of which one host is busier than its peers. */
  private void replay(Duration time, double more) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("timestamp,group,host,system.cpu.utilization,system.memory.utilization,app.queue");
    for (Instant end = now.plus(time); now.isBefore(end); now = now.plus(STEP)) {
      for (int h = 1; h <= HOSTS; h++) {
        String host = "web-%02d".formatted(h);
        double excess = host.equals(ODD) ? more : 0;
        lines.add(
            String.format(
                Locale.ROOT,
                "%s,web,%s,%.5f,%.5f,%.5f",
                now,
                host,
                0.3 + excess + 0.02 * random.nextGaussian(),
                0.5 + excess / 2 + 0.01 * random.nextGaussian(),
                20 + random.nextGaussian()));
      }
    }
    Path file = Files.write(folder.resolve("samples.csv"), lines);
    assertThat(run("replay", file.toString(), "--speed", "max")).isZero();
  }

  private int run(String... arguments) {
    terminal = new CapturedTerminal();
    return broker.run(terminal, arguments);
  }
}
