package io.peerwatch.cli.command;

import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.option.DurationText;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.terminal.ProgressDisplay;
import io.peerwatch.producers.publish.Speed;
import io.peerwatch.producers.publish.StoppableClock;
import io.peerwatch.producers.simulate.SimulationRun;
import io.peerwatch.producers.simulate.SimulationSettings;
import io.peerwatch.producers.simulate.SimulationSummary;
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
      "  peerwatch simulate demo",
      "  peerwatch simulate my-fleet.yaml --seed 7 --truth truth.csv --out samples.csv"
    })
public final class SimulateCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "SCENARIO",
      description = "A YAML file, or the name of a scenario that comes along: demo, day.")
  private String scenario;

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
    var settings =
        new SimulationSettings(
            Scenarios.load(scenario),
            seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
            speed,
            Optional.ofNullable(duration),
            Optional.ofNullable(truth),
            Optional.ofNullable(events));
    Optional<ConnectionSettings> reached =
        out == null
            ? Optional.of(new Connecting(session).toBoth(connection, Access.SIMULATE))
            : Optional.empty();
    var clock = new StoppableClock();
    session.stop().listen();
    session.stop().whenRequested(clock::stop);
    try (ProgressDisplay progress = session.terminal().progress()) {
      SimulationSummary summary =
          reached.isPresent()
              ? SimulationRun.publish(settings, reached.get(), progress, clock)
              : SimulationRun.write(settings, out, progress, clock);
      session
          .terminal()
          .note(
              "simulate: %,d samples of %s to %s"
                  .formatted(
                      summary.samples(),
                      Instant.ofEpochMilli(summary.startMillis()),
                      Instant.ofEpochMilli(summary.endMillis())));
    }
    return 0;
  }
}
