package io.peerwatch.cli.inventory;

import io.peerwatch.cli.operate.DryRunOption;
import io.peerwatch.cli.operate.ImportFile;
import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.option.UsageException;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.csv.HostInfoCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peerwatch inventory import}. */
@Command(
    name = "import",
    header = "Write the hosts of a file: CSV, or one JSON object a line.",
    description = {
      "CSV has a header: group,host and any of tier, workload, cores, memory, label.<name>; an empty"
          + " cell means not known. Nothing is written unless every line is right, or --skip-bad is"
          + " given. What is there already is left alone.",
    },
    footer = {
      "Examples:",
      "  peerwatch inventory import hosts.csv --dry-run",
      "  peerwatch inventory import hosts.csv --replace",
    })
final class InventoryImportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "FILE", description = "As inventory export writes it.")
  private Path file;

  @Option(names = "--skip-bad", description = "Leave out lines that are wrong.")
  private boolean skipBad;

  @Option(
      names = "--replace",
      description = "Remove hosts of the file's groups that the file does not have.")
  private boolean replace;

  @Mixin private DryRunOption dry;

  @Mixin private final ConnectionOptions connection;

  InventoryImportCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (skipBad && replace) {
      throw new UsageException(
          "--replace would remove the hosts of the lines that --skip-bad leaves out: take one");
    }
    var hosts =
        ImportFile.ofKeys(file, Operated.INVENTORY, HostInfoCsv::announced)
            .values(skipBad, session.terminal());
    var settings = new Connecting(session).toBoth(connection, Access.INVENTORY);
    var operating = new Operating<>(session, settings, Operated.INVENTORY);
    var there = operating.latest();
    var comparing = HostWords.comparing(there);
    hosts.forEach(comparing::put);
    if (replace) {
      missing(there.values(), hosts).forEach(comparing::remove);
    }
    operating.write(comparing.changes(), dry.dryRun());
    session.terminal().note(comparing.summary());
    return 0;
  }

  /** Hosts of the file's groups that the file does not have. */
  private static List<HostInfo> missing(Collection<HostInfo> there, List<HostInfo> hosts) {
    var groups = hosts.stream().map(HostInfo::getGroup).collect(Collectors.toSet());
    var keys = hosts.stream().map(Operated.INVENTORY.key()).collect(Collectors.toSet());
    return there.stream()
        .filter(host -> groups.contains(host.getGroup()))
        .filter(host -> !keys.contains(Operated.INVENTORY.key().apply(host)))
        .toList();
  }
}
