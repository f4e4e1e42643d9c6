package io.peerwatch.cli.silence;

import io.peerwatch.cli.operate.DryRunOption;
import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.access.Access;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code peerwatch silence remove}. */
@Command(
    name = "remove",
    header = "End silences, whether they have begun or not.",
    footer = {"Example:", "  peerwatch silence remove db-up"})
final class SilenceRemoveCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids as silence list shows them.")
  private Set<String> ids;

  @Mixin private DryRunOption dry;

  @Mixin private final ConnectionOptions connection;

  SilenceRemoveCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = new Connecting(session).toBoth(connection, Access.SILENCE);
    var operating = new Operating<>(session, settings, Operated.SILENCES);
    var there = operating.latest();
    var unknown = ids.stream().filter(id -> !there.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      throw new CommandFailedException(
          "no silence %s: see peerwatch silence list --all".formatted(String.join(", ", unknown)));
    }
    var comparing = SilenceWords.comparing(there);
    ids.forEach(id -> comparing.remove(there.get(id)));
    operating.write(comparing.changes(), dry.dryRun());
    return 0;
  }
}
