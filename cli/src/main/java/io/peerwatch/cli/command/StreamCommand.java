package io.peerwatch.cli.command;

import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.option.HealthOptions;
import io.peerwatch.cli.option.JudgingOptions;
import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.access.AccessCheck;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.streams.health.WatchedRunner;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamsRunner;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code peerwatch stream}: the Streams application. */
@Command(
    name = "stream",
    header = "Run the Streams application: samples in, alerts out.",
    description = {
      "Reads host-samples and writes alerts, verdicts, readings and capacity, exactly once, until"
          + " stopped. Start more of them, on this or other machines, to share the work."
    },
    footer = {
      "Examples:",
      "  peerwatch stream",
      "  peerwatch stream --window 5m --false-alarms 3/week --state /var/lib/peerwatch"
    })
public final class StreamCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private JudgingOptions judging;

  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      description =
          "Where state is kept on this machine; several instances need one each."
              + " Default: ~/.peerwatch/state")
  private Path state = Path.of(System.getProperty("user.home"), ".peerwatch", "state");

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Stream threads of this instance. Default: ${DEFAULT-VALUE}")
  private int threads;

  @Option(
      names = "--instance-id",
      paramLabel = "NAME",
      description =
          "Keeps this instance's share of the work over short restarts (static member)."
              + " Default: drawn once and kept in the state folder")
  private String instanceId;

  @Mixin private HealthOptions health;

  @Mixin private final ConnectionOptions connection;

  public StreamCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    WindowSettings windows = judging.windows();
    Access access = health.canary() ? Access.STREAM_CANARY : Access.STREAM;
    ConnectionSettings reached = new Connecting(session).toBoth(connection, access);
    StreamSettings settings =
        new StreamSettings(
            reached,
            windows,
            judging.falseAlarmsPerWeek(),
            judging.workMetric(),
            state,
            threads,
            Optional.ofNullable(instanceId),
            StreamSettings.COMMIT_INTERVAL);
    session.stop().listen();
    try (var watched = new WatchedRunner(settings, health.settings(), Version.text())) {
      StreamsRunner runner = watched.runner();
      watched
          .url()
          .ifPresent(url -> session.terminal().note("stream: metrics and health at " + url));
      watched.start();
      session.terminal().note("stream: starting; stop with Ctrl-C");
      session.stop().whenRequested(runner::close);
      runner.awaitEnd();
      if (runner.failed()) {
        AccessCheck.require(reached, access); // by now its own topics can be asked for, too
        throw new CommandFailedException("the application gave up: " + runner.failure());
      }
    }
    session.terminal().note("stream: stopped");
    return 0;
  }
}
