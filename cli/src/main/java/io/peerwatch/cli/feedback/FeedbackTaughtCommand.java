package io.peerwatch.cli.feedback;

import io.peerwatch.cli.operate.Table;
import io.peerwatch.cli.operate.Words;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.consumers.table.TopicTable;
import io.peerwatch.schemas.avro.Taught;
import io.peerwatch.schemas.topics.NamePattern;
import io.peerwatch.schemas.topics.Topics;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peerwatch feedback taught}. */
@Command(
    name = "taught",
    header = "Show what feedback taught and what of it still lasts.",
    description = {
      "As it was told at the last alert, feedback or day. feedback remove ALERT-ID takes back what"
          + " was taught by that alert.",
    },
    footer = {
      "Examples:",
      "  peerwatch feedback taught",
      "  peerwatch feedback taught web --host 'web-0*'",
    })
final class FeedbackTaughtCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "GROUP",
      defaultValue = "*",
      description = "Only these groups; * stands for any text.")
  private NamePattern group;

  @Option(
      names = "--host",
      paramLabel = "PATTERN",
      defaultValue = "*",
      description = "Only these hosts.")
  private NamePattern host;

  @Mixin private final ConnectionOptions connection;

  FeedbackTaughtCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = new Connecting(session).toBoth(connection);
    var ledgers =
        TopicTable.latest(settings, Topics.BUDGET_LEDGER, session.terminal()::note).values();
    var table = new Table("GROUP", "HOST", "METRIC", "KIND", "WHAT", "SINCE", "ALERT");
    for (var ledger : ledgers) {
      if (group.matches(ledger.getGroup())) {
        ledger.getTaught().stream()
            .filter(taught -> host.matches(taught.getHost()))
            .forEach(taught -> table.row(cells(ledger.getGroup(), taught)));
      }
    }
    table.to(session.terminal());
    return 0;
  }

  private static String[] cells(String group, Taught taught) {
    return new String[] {
      group,
      taught.getHost(),
      taught.getMetric(),
      Words.of(taught.getKind()),
      what(taught),
      Words.of(taught.getSince()),
      taught.getAlertId()
    };
  }

  private static String what(Taught taught) {
    if (taught.getDifference() != 0) {
      return String.format(Locale.ROOT, "%+.1f spreads are usual", taught.getDifference());
    }
    return switch (taught.getKind()) {
      case FALSE_ALARM ->
          taught.getMetric().isEmpty()
              ? "quiet while it lasts"
              : String.format(Locale.ROOT, "bar %.2f times as high", taught.getFactor());
      case ACKNOWLEDGED -> "learns while it lasts";
      case EXPECTED_CHANGE -> "quiet while it lasts";
      case UNDONE, UNKNOWN -> "";
    };
  }
}
