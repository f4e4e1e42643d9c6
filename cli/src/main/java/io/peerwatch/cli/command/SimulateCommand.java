package io.peerwatch.cli.command;

import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.option.DurationText;
import io.peerwatch.cli.option.UsageException;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.terminal.ProgressDisplay;
import io.peerwatch.producers.publish.Speed;
import io.peerwatch.producers.publish.StoppableClock;
import io.peerwatch.producers.simulate.FleetDescription;
import io.peerwatch.producers.simulate.SideFiles;
import io.peerwatch.producers.simulate.SimulationRun;
import io.peerwatch.producers.simulate.SimulationSettings;
import io.peerwatch.producers.simulate.SimulationSummary;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.producers.simulate.yaml.ScenarioException;
import io.peerwatch.producers.simulate.yaml.Scenarios;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peerwatch simulate}: a fleet with faults. */
@Command(
    name = "simulate",
    header = "Publish a simulated fleet with faults, or write it as CSV.",
    description = {
      "Hastens through the scenario's history up to now, then runs in real time until it ends or"
          + " is stopped. The same seed gives the same fleet."
    },
    footer = {
      "Examples:",
      "  peerwatch simulate --list",
      "  peerwatch simulate demo",
      "  peerwatch simulate my-fleet.yaml --seed 7 --truth truth.csv --out samples.csv"
    })
public final class SimulateCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = "A YAML file, or the name of a scenario that comes along; --list shows them.")
  private String scenario;

  @Option(names = "--list", description = "Show the scenarios that come along, and do nothing.")
  private boolean list;

  @Option(
      names = "--describe",
      description = "Show the scenario's groups, what they can serve and its faults, and stop.")
  private boolean describe;

  @Option(names = "--seed", paramLabel = "N", description = "In place of the scenario's seed.")
  private Long seed;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      defaultValue = "1",
      description = "How fast time runs from now on. Default: ${DEFAULT-VALUE}, real time")
  private Speed speed;

  @Option(
      names = "--duration",
      paramLabel = "DURATION",
      converter = DurationText.class,
      description = "How much to simulate from the scenario's start, in place of its own length.")
  private Duration duration;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "Write the faults as labels: host,start,end,metrics,group,kind.")
  private Path truth;

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description = "Write what happens harmlessly: group,start,end,kind,hosts.")
  private Path events;

  @Option(
      names = "--capacities",
      paramLabel = "FILE",
      description = "Write what every host can serve, in requests a minute.")
  private Path capacities;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write CSV instead of publishing; .gz compresses.")
  private Path out;

  @Mixin private final ConnectionOptions connection;

  public SimulateCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (list) {
      Scenarios.SHIPPED.forEach(this::tell);
      return ExitCode.OK;
    }
    if (scenario == null) {
      throw new UsageException(
          "tell which scenario: a YAML file or one of " + String.join(", ", Scenarios.SHIPPED));
    }
    SimulationSettings settings;
    try {
      settings = settings(Scenarios.load(scenario));
    } catch (ScenarioException e) {
      // All that is wrong with a file at once, a line each.
      e.problems().forEach(problem -> session.terminal().note("peerwatch simulate: " + problem));
      return ExitCode.SOFTWARE;
    }
    if (describe) {
      FleetDescription.lines(settings.scenario(), settings.seedInUse())
          .forEach(session.terminal()::line);
      return ExitCode.OK;
    }
    run(settings);
    return ExitCode.OK;
  }

  private SimulationSettings settings(Scenario loaded) {
    return new SimulationSettings(
        loaded,
        seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
        speed,
        Optional.ofNullable(duration),
        new SideFiles(
            Optional.ofNullable(truth),
            Optional.ofNullable(events),
            Optional.ofNullable(capacities)));
  }

  private void run(SimulationSettings settings) throws IOException, InterruptedException {
    Optional<ConnectionSettings> reached =
        out == null
            ? Optional.of(new Connecting(session).toBoth(connection, Access.SIMULATE))
            : Optional.empty();
    var clock = new StoppableClock();
    session.stop().listen();
    session.stop().whenRequested(clock::stop);
    try (ProgressDisplay progress = session.terminal().progress()) {
      long startNanos = System.nanoTime();
      SimulationSummary summary =
          reached.isPresent()
              ? SimulationRun.publish(settings, reached.get(), progress, clock)
              : SimulationRun.write(settings, out, progress, clock);
      session.terminal().note(line(summary, (System.nanoTime() - startNanos) / 1e9));
    }
  }

  private static String line(SimulationSummary summary, double seconds) {
    double simulated = (summary.endMillis() - summary.startMillis()) / 1e3;
    return "simulate: %,d samples of %s to %s in %.1f s: %,.0f samples/s, %,.1f times real time"
        .formatted(
            summary.samples(),
            Instant.ofEpochMilli(summary.startMillis()),
            Instant.ofEpochMilli(summary.endMillis()),
            seconds,
            summary.samples() / seconds,
            simulated / seconds);
  }

  private void tell(String name) {
    session.terminal().line("%-20s %s".formatted(name, Scenarios.load(name).description()));
  }
}
