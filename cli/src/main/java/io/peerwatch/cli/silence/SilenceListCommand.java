package io.peerwatch.cli.silence;

import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.operate.Table;
import io.peerwatch.cli.operate.Words;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.avro.Silence;
import io.peerwatch.schemas.json.JsonLines;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code peerwatch silence list}. */
@Command(
    name = "list",
    header = "List silences: those that are active or to come.",
    footer = {
      "Examples:",
      "  peerwatch silence list",
      "  peerwatch silence list --all --json",
    })
final class SilenceListCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--all", description = "Those that have expired too.")
  private boolean all;

  @Option(names = "--json", description = "One JSON object a line, fields by their Avro names.")
  private boolean json;

  @Mixin private final ConnectionOptions connection;

  SilenceListCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = new Connecting(session).toBoth(connection);
    var now = Instant.now();
    var silences =
        new Operating<>(session, settings, Operated.SILENCES)
            .latest().values().stream()
                .filter(silence -> all || now.isBefore(silence.getTo()))
                .toList();
    if (json) {
      silences.stream().map(JsonLines::of).forEach(session.terminal()::line);
    } else {
      show(silences, now);
    }
    return 0;
  }

  private void show(List<Silence> silences, Instant now) {
    var table = new Table("ID", "STATE", "GROUPS", "HOSTS", "FROM", "TO", "WHO", "WHY");
    for (var silence : silences) {
      table.row(
          silence.getSilenceId(),
          SilenceWords.state(silence, now),
          silence.getGroupPattern(),
          silence.getHostPattern(),
          Words.of(silence.getFrom()),
          Words.of(silence.getTo()),
          silence.getWho(),
          silence.getWhy());
    }
    table.to(session.terminal());
  }
}
