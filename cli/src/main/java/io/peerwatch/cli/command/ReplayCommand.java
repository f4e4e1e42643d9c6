package io.peerwatch.cli.command;

import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.option.RecordedFiles;
import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.terminal.ProgressDisplay;
import io.peerwatch.producers.publish.Speed;
import io.peerwatch.producers.publish.StoppableClock;
import io.peerwatch.producers.replay.Replay;
import io.peerwatch.producers.replay.ReplaySettings;
import io.peerwatch.producers.replay.ReplaySummary;
import io.peerwatch.producers.replay.Times;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code peerwatch replay}: recorded samples, published again. */
@Command(
    name = "replay",
    header = "Publish recorded samples.",
    description = {
      "Reads the files as one, in the order given. Old times can only be kept on topics that keep"
          + " old records; elsewhere let them be shifted to now."
    },
    footer = {
      "Examples:",
      "  peerwatch replay monday.csv.gz --times now --speed 60",
      "  peerwatch topics apply --prefix replay. --retention unlimited",
      "  peerwatch replay monday.csv.gz --prefix replay. --speed max"
    })
public final class ReplayCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private RecordedFiles recorded;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      defaultValue = "1",
      description = "How fast recorded time runs. Default: ${DEFAULT-VALUE}, real time")
  private Speed speed;

  @Option(
      names = "--times",
      paramLabel = "keep|now",
      defaultValue = "keep",
      description = "Keep the recorded times, or shift them to now. Default: ${DEFAULT-VALUE}")
  private Times times;

  @Mixin private final ConnectionOptions connection;

  public ReplayCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ConnectionSettings reached = new Connecting(session).toBoth(connection, Access.REPLAY);
    var settings = new ReplaySettings(recorded.files(), speed, times, recorded.badLinesMax());
    var clock = new StoppableClock();
    session.stop().listen();
    session.stop().whenRequested(clock::stop);
    ReplaySummary summary;
    try (ProgressDisplay progress = session.terminal().progress()) {
      var badLines = new BadLineNotes(session.terminal());
      summary = new Replay(settings, badLines, progress, clock).publish(reached);
    }
    String published =
        "%,d samples published to %s, %,d malformed lines skipped"
            .formatted(
                summary.acknowledged(), reached.topic(Topics.HOST_SAMPLES), summary.badLines());
    if (clock.stopped()) {
      throw new CommandFailedException("stopped before the end of the files: " + published);
    }
    session.terminal().note("replay: " + published);
    return 0;
  }
}
