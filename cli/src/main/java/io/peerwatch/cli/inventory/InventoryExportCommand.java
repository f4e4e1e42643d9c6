package io.peerwatch.cli.inventory;

import io.peerwatch.cli.operate.ExportFile;
import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.csv.HostInfoCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peerwatch inventory export}. */
@Command(
    name = "export",
    header = "Write the inventory: CSV, or one JSON object a line.",
    footer = {
      "Examples:",
      "  peerwatch inventory export hosts.csv",
      "  peerwatch inventory export --format json > hosts.jsonl",
    })
final class InventoryExportCommand implements Callable<Integer> {
  private final Session session;

  /** What the file is written as. */
  enum Format {
    CSV,
    JSON
  }

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: standard output")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "CSV",
      description = "csv or json. Default: csv")
  private Format format;

  @Mixin private final ConnectionOptions connection;

  InventoryExportCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var settings = new Connecting(session).toBoth(connection);
    var hosts = new Operating<>(session, settings, Operated.INVENTORY).latest().values();
    var export = new ExportFile(session, file);
    if (format == Format.JSON) {
      export.json(hosts);
    } else {
      export.lines(HostInfoCsv.lines(hosts), hosts.size());
    }
    return 0;
  }
}
