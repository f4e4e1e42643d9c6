package io.peerwatch.cli.feedback;

import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.operate.Table;
import io.peerwatch.cli.operate.Words;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.json.JsonLines;
import io.peerwatch.schemas.topics.NamePattern;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code peerwatch feedback list}. */
@Command(
    name = "list",
    header = "List what was said of alerts, oldest first.",
    footer = {
      "Examples:",
      "  peerwatch feedback list --since 7d",
      "  peerwatch feedback list --group 'web-*' --json",
    })
final class FeedbackListCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--group",
      paramLabel = "PATTERN",
      defaultValue = "*",
      description = "Only of these groups; * stands for any text.")
  private NamePattern group;

  @Option(names = "--since", paramLabel = "DURATION", description = "Only what was said so lately.")
  private Duration since;

  @Option(names = "--json", description = "One JSON object a line, fields by their Avro names.")
  private boolean json;

  @Mixin private final ConnectionOptions connection;

  FeedbackListCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = new Connecting(session).toBoth(connection);
    var start = since == null ? Instant.EPOCH : Instant.now().minus(since);
    var said =
        new Operating<>(session, settings, Operated.FEEDBACK)
            .all().stream()
                .filter(feedback -> group.matches(feedback.getGroup()))
                .filter(feedback -> !feedback.getAt().isBefore(start))
                .sorted(Comparator.comparing(Feedback::getAt))
                .toList();
    if (json) {
      said.stream().map(JsonLines::of).forEach(session.terminal()::line);
    } else {
      show(said);
    }
    return 0;
  }

  private void show(List<Feedback> said) {
    var table = new Table("AT", "KIND", "GROUP", "HOST", "ALERT", "WHO", "COMMENT");
    for (var feedback : said) {
      table.row(
          Words.of(feedback.getAt()),
          Words.of(feedback.getKind()),
          feedback.getGroup(),
          feedback.getHost() == null ? "" : feedback.getHost(),
          feedback.getAlertId(),
          feedback.getWho(),
          feedback.getComment());
    }
    table.to(session.terminal());
  }
}
