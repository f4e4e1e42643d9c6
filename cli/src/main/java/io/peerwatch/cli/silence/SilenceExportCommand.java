package io.peerwatch.cli.silence;

import io.peerwatch.cli.operate.ExportFile;
import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.producers.operate.Operated;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code peerwatch silence export}. */
@Command(
    name = "export",
    header = "Write all silences, one JSON object a line.",
    footer = {"Example:", "  peerwatch silence export silences.jsonl"})
final class SilenceExportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: standard output")
  private Path file;

  @Mixin private final ConnectionOptions connection;

  SilenceExportCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var settings = new Connecting(session).toBoth(connection);
    var silences = new Operating<>(session, settings, Operated.SILENCES).latest().values();
    new ExportFile(session, file).json(silences);
    return 0;
  }
}
