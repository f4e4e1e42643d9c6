package io.peerwatch.proof.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.producers.publish.Speed;
import io.peerwatch.producers.publish.StoppableClock;
import io.peerwatch.producers.replay.Replay;
import io.peerwatch.producers.replay.ReplaySettings;
import io.peerwatch.producers.replay.ReplaySummary;
import io.peerwatch.producers.replay.Times;
import io.peerwatch.producers.simulate.SimulationRun;
import io.peerwatch.producers.simulate.SimulationSettings;
import io.peerwatch.producers.simulate.yaml.Scenarios;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.json.JsonLines;
import io.peerwatch.schemas.progress.Progress;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.streams.backtest.Backtest;
import io.peerwatch.streams.backtest.BacktestSettings;
import io.peerwatch.streams.backtest.EpisodeFold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Samples with troubles, and what comes out of them with no broker that could fail: what every
 * disturbed run has to equal.
 *
 * @param recorded the samples as CSV
 * @param episodes as JSON, one a line
 * @param windows verdicts in all
 */
public record UndisturbedRun(Path recorded, List<String> episodes, long windows) {

  public static UndisturbedRun in(Path folder) throws IOException {
    Path recorded = folder.resolve("samples.csv");
    Path scenario = Path.of("src/test/resources/scenarios/troubles.yaml");
    SimulationRun.write(
        SimulationSettings.of(Scenarios.load(scenario)),
        recorded,
        Progress.NONE,
        new StoppableClock());
    Path alerts = folder.resolve("alerts.jsonl");
    Path verdicts = folder.resolve("verdicts.jsonl");
    new Backtest(
            new BacktestSettings(
                List.of(recorded),
                List.of(),
                List.of(),
                List.of(),
                alerts,
                Optional.of(verdicts),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                WindowSettings.defaults(),
                1,
                null,
                0),
            bad -> {})
        .run(Progress.NONE);
    List<String> episodes = Files.readAllLines(alerts);
    assertThat(episodes).hasSizeGreaterThanOrEqualTo(2);
    return new UndisturbedRun(recorded, episodes, Files.readAllLines(verdicts).size());
  }

  /** Publishes the samples, so many times faster than they came. */
  public ReplaySummary publish(ConnectionSettings connection, double factor) {
    var settings = new ReplaySettings(List.of(recorded), new Speed(factor), Times.KEEP, 0);
    try {
      return new Replay(settings, bad -> {}, Progress.NONE, new StoppableClock())
          .publish(connection);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Alerts in the form of {@link #episodes()}. */
  public static List<String> episodes(List<HostAlert> alerts) {
    EpisodeFold fold = new EpisodeFold();
    alerts.forEach(fold::add);
    return fold.episodes().stream().map(JsonLines::of).toList();
  }

  /** What there may be only one verdict of. */
  public static String key(GroupVerdict verdict) {
    return verdict.getGroup() + " " + verdict.getWindowStart();
  }
}
