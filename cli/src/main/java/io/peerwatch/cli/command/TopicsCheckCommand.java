package io.peerwatch.cli.command;

import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.option.LayoutOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.apply.TopicsCheck;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code peerwatch topics check}. */
@Command(
    name = "check",
    header = "Compare topics and schemas with what should be. Changes nothing.",
    description = "One line for each difference, with what to do; exit code 1 when there are any.",
    footer = {"Example:", "  peerwatch topics check --bootstrap-servers kafka-1:9092"})
final class TopicsCheckCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private LayoutOptions layout;
  @Mixin private final ConnectionOptions connection;

  TopicsCheckCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    var wanted = layout.layout();
    ConnectionSettings settings = new Connecting(session).toBoth(connection, Access.TOPICS_CHECK);
    List<String> differences = new TopicsCheck(settings, wanted).run();
    differences.forEach(session.terminal()::line);
    if (differences.isEmpty()) {
      session.terminal().line("all topics and schemas are as they should be");
    }
    return differences.isEmpty() ? 0 : 1;
  }
}
