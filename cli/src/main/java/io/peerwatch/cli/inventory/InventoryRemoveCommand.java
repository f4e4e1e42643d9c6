package io.peerwatch.cli.inventory;

import io.peerwatch.cli.operate.DryRunOption;
import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.topics.Names;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peerwatch inventory remove}. */
@Command(
    name = "remove",
    header = "Say that a host no longer belongs to a group.",
    footer = {"Example:", "  peerwatch inventory remove web-07 --group web"})
final class InventoryRemoveCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "HOST", description = "The host's name.")
  private String host;

  @Option(names = "--group", paramLabel = "GROUP", required = true, description = "Its group.")
  private String group;

  @Mixin private DryRunOption dry;

  @Mixin private final ConnectionOptions connection;

  InventoryRemoveCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = new Connecting(session).toBoth(connection, Access.INVENTORY);
    var operating = new Operating<>(session, settings, Operated.INVENTORY);
    var there = operating.latest();
    var info = there.get(Names.hostKey(group, host));
    if (info == null) {
      throw new CommandFailedException(
          "no host %s in group %s: see peerwatch inventory list".formatted(host, group));
    }
    var comparing = HostWords.comparing(there);
    comparing.remove(info);
    operating.write(comparing.changes(), dry.dryRun());
    return 0;
  }
}
