package io.peerwatch.proof.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.producers.publish.Speed;
import io.peerwatch.producers.publish.StoppableClock;
import io.peerwatch.producers.replay.Replay;
import io.peerwatch.producers.replay.ReplaySettings;
import io.peerwatch.producers.replay.Times;
import io.peerwatch.producers.simulate.SimulationRun;
import io.peerwatch.producers.simulate.SimulationSettings;
import io.peerwatch.producers.simulate.yaml.Scenarios;
import io.peerwatch.proof.SharedCluster;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.json.JsonLines;
import io.peerwatch.schemas.progress.Progress;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.streams.backtest.Backtest;
import io.peerwatch.streams.backtest.BacktestSettings;
import io.peerwatch.streams.backtest.EpisodeFold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The same samples, over a real broker and over none, with a process that is killed on the way. */
class StreamEqualsBacktestTest {
  @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();

  private static final TopicLayout FOR_EVER =
      new TopicLayout(OptionalInt.of(2), OptionalInt.of(1), true);

  @TempDir private Path folder;
  private ConnectionSettings connection;
  private Path recorded;
  private List<String> expected;
  private long windows;

  @BeforeEach
  void backtest() throws IOException {
    connection = CLUSTER.newConnection();
    new TopicsApply(connection, FOR_EVER).run();
    recorded = folder.resolve("samples.csv");
    SimulationRun.write(
        SimulationSettings.of(Scenarios.load(scenario())),
        recorded,
        Progress.NONE,
        new StoppableClock());
    Path alerts = folder.resolve("alerts.jsonl");
    Path verdicts = folder.resolve("verdicts.jsonl");
    new Backtest(
            new BacktestSettings(
                List.of(recorded),
                alerts,
                Optional.of(verdicts),
                Optional.empty(),
                Optional.empty(),
                WindowSettings.defaults(),
                1,
                0),
            bad -> {})
        .run(Progress.NONE);
    expected = Files.readAllLines(alerts);
    windows = Files.readAllLines(verdicts).size();
    assertThat(expected).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void shouldGiveTheVerySameEpisodesAlsoWhenItIsKilledTwiceOnTheWay() throws Exception {
    try (var stream = new StreamProcess(connection, folder.resolve("state")).start()) {
      Thread replay = replayInBackground(2_000);
      awaitVerdicts(windows / 5);
      stream.kill();
      stream.start();
      awaitVerdicts(windows / 2);
      stream.kill();
      stream.start();
      replay.join();
      // The last window of each group may still wait for the ticks that follow the last record.
      awaitVerdicts(windows - 2);
      assertThat(verdicts()).extracting(verdict -> key(verdict)).doesNotHaveDuplicates();
      assertThat(episodes()).isEqualTo(expected);
    }
  }

  /** Faster than real time by the factor, so that the kills fall into the middle of windows. */
  private Thread replayInBackground(double factor) {
    var settings = new ReplaySettings(List.of(recorded), new Speed(factor), Times.KEEP, 0);
    var replay = new Replay(settings, bad -> {}, Progress.NONE, new StoppableClock());
    Thread thread =
        new Thread(
            () -> {
              try {
                replay.publish(connection);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    return thread;
  }

  private void awaitVerdicts(long count) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> verdicts().size() >= count);
  }

  private List<GroupVerdict> verdicts() {
    return CommittedRecords.verdicts(connection);
  }

  private static String key(GroupVerdict verdict) {
    return verdict.getGroup() + " " + verdict.getWindowStart();
  }

  private List<String> episodes() {
    EpisodeFold fold = new EpisodeFold();
    for (HostAlert alert : CommittedRecords.alerts(connection)) {
      fold.add(alert);
    }
    return fold.episodes().stream().map(JsonLines::of).toList();
  }

  private static Path scenario() {
    return Path.of("src/test/resources/scenarios/troubles.yaml");
  }
}
