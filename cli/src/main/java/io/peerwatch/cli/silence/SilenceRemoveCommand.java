package io.peerwatch.cli.silence;

import io.peerwatch.cli.operate.DryRunOption;
import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.option.UsageException;
import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.access.Access;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peerwatch silence remove}. */
@Command(
    name = "remove",
    header = "End silences, whether they have begun or not.",
    footer = {
      "Examples:",
      "  peerwatch silence remove db-up",
      "  peerwatch silence remove --expired",
    })
final class SilenceRemoveCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "0..*", paramLabel = "ID", description = "Ids as silence list shows them.")
  private Set<String> ids = Set.of();

  @Option(
      names = "--expired",
      description =
          "All that ended over 30 days ago: as long alerts are kept, and readers of old ones look"
              + " at their silences.")
  private boolean expired;

  @Mixin private DryRunOption dry;

  @Mixin private final ConnectionOptions connection;

  SilenceRemoveCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    if (ids.isEmpty() && !expired) {
      throw new UsageException("say which: ids, or --expired");
    }
    var settings = new Connecting(session).toBoth(connection, Access.SILENCE);
    var operating = new Operating<>(session, settings, Operated.SILENCES);
    var there = operating.latest();
    var unknown = ids.stream().filter(id -> !there.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      throw new CommandFailedException(
          "no silence %s: see peerwatch silence list --all".formatted(String.join(", ", unknown)));
    }
    var comparing = SilenceWords.comparing(there);
    there.values().stream()
        .filter(
            silence ->
                ids.contains(silence.getSilenceId()) || expired && SilenceWords.isLongOver(silence))
        .forEach(comparing::remove);
    operating.write(comparing.changes(), dry.dryRun());
    return 0;
  }
}
