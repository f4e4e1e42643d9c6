package io.peerwatch.cli.command;

import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.option.LayoutOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code peerwatch topics apply}. */
@Command(
    name = "apply",
    header = "Create missing topics and register the schemas.",
    description = {
      "May be run as often as one likes, also over topics that are in use: nothing is ever deleted"
          + " or kept shorter. --dry-run shows what would be done.",
    },
    footer = {
      "Examples:",
      "  peerwatch topics apply --dry-run",
      "  peerwatch topics apply --prefix replay. --retention unlimited"
    })
final class TopicsApplyCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--dry-run", description = "Show what would be done, and change nothing.")
  private boolean dryRun;

  @Mixin private LayoutOptions layout;
  @Mixin private final ConnectionOptions connection;

  TopicsApplyCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    var wanted = layout.layout();
    Access access = dryRun ? Access.TOPICS_CHECK : Access.TOPICS_APPLY;
    ConnectionSettings settings = new Connecting(session).toBoth(connection, access);
    TopicsApply apply = new TopicsApply(settings, wanted);
    TopicsApply.Applied applied = dryRun ? apply.preview() : apply.run();
    String before = dryRun ? "would do: " : "";
    applied.done().forEach(line -> session.terminal().line(before + line));
    applied.left().forEach(session.terminal()::line);
    if (applied.done().isEmpty() && applied.left().isEmpty()) {
      session.terminal().line("all topics and schemas are there");
    }
    return applied.left().isEmpty() ? 0 : 1;
  }
}
