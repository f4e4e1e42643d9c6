package io.peerwatch.cli.feedback;

import io.peerwatch.cli.operate.DryRunOption;
import io.peerwatch.cli.operate.ImportFile;
import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.access.Access;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peerwatch feedback import}. */
@Command(
    name = "import",
    header = "Write the feedback of a file, one JSON object a line.",
    description = {
      "Nothing is written unless every line is right, or --skip-bad is given. What was said already,"
          + " at that time by that person, is left alone.",
    },
    footer = {"Example:", "  peerwatch feedback import feedback.jsonl --dry-run"})
final class FeedbackImportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "FILE", description = "As feedback export writes it.")
  private Path file;

  @Option(names = "--skip-bad", description = "Leave out lines that are wrong.")
  private boolean skipBad;

  @Mixin private DryRunOption dry;

  @Mixin private final ConnectionOptions connection;

  FeedbackImportCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var feedback = ImportFile.ofAll(file, Operated.FEEDBACK).values(skipBad, session.terminal());
    var settings = new Connecting(session).toBoth(connection, Access.FEEDBACK);
    var operating = new Operating<>(session, settings, Operated.FEEDBACK);
    var there = operating.all();
    var fresh = feedback.stream().distinct().filter(said -> !there.contains(said)).toList();
    operating.write(fresh.stream().map(FeedbackWords::change).toList(), dry.dryRun());
    session
        .terminal()
        .note("%d added, %d unchanged".formatted(fresh.size(), feedback.size() - fresh.size()));
    return 0;
  }
}
