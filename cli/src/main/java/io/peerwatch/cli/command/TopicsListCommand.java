package io.peerwatch.cli.command;

import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Session;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code peerwatch topics list}. */
@Command(
    name = "list",
    header = "List the topics of the catalogue, under this prefix. Connects to nothing.",
    footer = {"Example:", "  peerwatch topics list --prefix staging."})
final class TopicsListCommand implements Callable<Integer> {
  private static final String ROW = "%-36s %-20s %-15s %s";

  private final Session session;

  @Mixin private final ConnectionOptions connection;

  TopicsListCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() {
    ConnectionSettings settings = connection.settings();
    session.terminal().line(ROW.formatted("TOPIC", "KEY", "VALUE", "KEPT"));
    for (TopicSpec<?> spec : Topics.all()) {
      session
          .terminal()
          .line(
              ROW.formatted(
                  settings.topic(spec),
                  spec.key().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  spec.valueType().getSimpleName(),
                  kept(spec)));
    }
    return 0;
  }

  private static String kept(TopicSpec<?> spec) {
    return spec.cleanup().policy() + spec.retention().map(r -> ", " + days(r)).orElse("");
  }

  private static String days(Duration retention) {
    return retention.toHours() <= 24 ? retention.toHours() + " h" : retention.toDays() + " d";
  }
}
