package io.peerwatch.cli.feedback;

import io.peerwatch.cli.operate.Table;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.consumers.table.TopicTable;
import io.peerwatch.schemas.avro.BudgetLedger;
import io.peerwatch.schemas.json.JsonLines;
import io.peerwatch.schemas.topics.NamePattern;
import io.peerwatch.schemas.topics.Topics;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peerwatch feedback ledger}. */
@Command(
    name = "ledger",
    header = "Show false alarms promised and realised, by group and week.",
    description = {
      "Realised is what was called false and what nobody judged, an upper bound, with its 95 %%"
          + " interval. Weeks start on Monday 00:00 UTC of event time; a week's promise grows with"
          + " the time that was judged. What is shown was told at the last alert, feedback or day.",
    },
    footer = {"Examples:", "  peerwatch feedback ledger", "  peerwatch feedback ledger 'web*'"})
final class FeedbackLedgerCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "GROUP",
      defaultValue = "*",
      description = "Only these groups; * stands for any text.")
  private NamePattern group;

  @Option(
      names = "--json",
      description = "The latest record of each group, one JSON object a line.")
  private boolean json;

  @Mixin private final ConnectionOptions connection;

  FeedbackLedgerCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = new Connecting(session).toBoth(connection);
    var latest = new TreeMap<String, BudgetLedger>();
    var rows = new TreeMap<String, SortedMap<Instant, LedgerRow>>();
    TopicTable.read(
        settings,
        Topics.BUDGET_LEDGER,
        session.terminal()::note,
        (key, value) -> {
          if (value != null && group.matches(value.getGroup())) {
            latest.put(value.getGroup(), value);
            fold(rows.computeIfAbsent(value.getGroup(), name -> new TreeMap<>()), value);
          }
        });
    if (json) {
      latest.values().stream().map(JsonLines::of).forEach(session.terminal()::line);
    } else {
      show(rows);
    }
    return 0;
  }

  /** A later record knows better, also of earlier weeks. */
  private static void fold(SortedMap<Instant, LedgerRow> weeks, BudgetLedger told) {
    told.getEarlierWeeks().forEach(week -> weeks.put(week.getWeekStart(), LedgerRow.of(week)));
    weeks.put(told.getWeekStart(), LedgerRow.of(told));
  }

  private void show(SortedMap<String, SortedMap<Instant, LedgerRow>> groups) {
    var table =
        new Table(
            "GROUP",
            "WEEK",
            "PROMISED",
            "RAISED",
            "CONFIRMED",
            "FALSE",
            "UNJUDGED",
            "REALISED (95 %)",
            "THRESHOLD");
    groups.forEach(
        (name, weeks) -> {
          weeks.values().forEach(week -> table.row(week.cells(name)));
          if (weeks.size() > 1) {
            weeks.values().stream()
                .reduce(LedgerRow::plus)
                .ifPresent(all -> table.row(all.cells(name)));
          }
        });
    table.to(session.terminal());
  }
}
