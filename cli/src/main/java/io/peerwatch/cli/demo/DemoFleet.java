package io.peerwatch.cli.demo;

import io.peerwatch.producers.publish.StoppableClock;
import io.peerwatch.producers.simulate.SimulationRun;
import io.peerwatch.producers.simulate.SimulationSettings;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.producers.simulate.yaml.Scenarios;
import io.peerwatch.schemas.csv.Label;
import io.peerwatch.schemas.csv.Labels;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** The simulated fleet of the demo: its history as fast as it goes, then real time. */
final class DemoFleet implements AutoCloseable {
  private static final String SCENARIO = "demo";

  private final DemoSteps steps;
  private final Scenario scenario = Scenarios.load(SCENARIO);
  private final StoppableClock clock = new StoppableClock();
  private final Path truthFile;
  private DemoThread thread;

  private DemoFleet(Path folder, DemoSteps steps) {
    this.truthFile = folder.resolve("truth.csv");
    this.steps = steps;
  }

  static DemoFleet start(ConnectionSettings connection, Path folder, DemoSteps steps) {
    var fleet = new DemoFleet(folder, steps);
    Duration history = Duration.ofMillis(fleet.scenario.historyMillis());
    steps.next("publishing a simulated fleet: %s".formatted(fleet.groups()));
    steps.detail(
        "%d h of history at full speed, then real time; some hosts go bad", history.toHours());
    fleet.thread = DemoThread.start("fleet", () -> fleet.publish(connection), fleet.clock::stop);
    return fleet;
  }

  /** Shows how far it is judged; for a reader of verdicts. */
  DemoCatchUp catchUp() {
    Instant now = Instant.now();
    Instant start = now.minusMillis(scenario.historyMillis());
    return new DemoCatchUp(steps, scenario.groups().size(), start, now);
  }

  /** What went wrong with whom so far; the demo's alerts are held against it. */
  List<Label> truth() throws IOException {
    return Labels.read(truthFile);
  }

  void requireWell() throws ExecutionException, InterruptedException {
    thread.requireWell();
  }

  @Override
  public void close() throws InterruptedException {
    thread.close();
  }

  private void publish(ConnectionSettings connection) throws IOException {
    var settings = SimulationSettings.of(scenario).withTruth(truthFile);
    SimulationRun.publish(settings, connection, this::report, clock);
  }

  private void report(String what, long done, long total) {
    if (done == total) {
      steps.detail("history published; the fleet is live now");
    }
  }

  private String groups() {
    return scenario.groups().stream().map(DemoFleet::described).collect(Collectors.joining(", "));
  }

  private static String described(GroupSpec group) {
    return "%d hosts of %s".formatted(group.hosts(), group.name());
  }
}
