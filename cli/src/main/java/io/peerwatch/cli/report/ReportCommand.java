package io.peerwatch.cli.report;

import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.consumers.report.DayFold;
import io.peerwatch.consumers.report.DayReport;
import io.peerwatch.consumers.report.ReportHtml;
import io.peerwatch.consumers.report.ReportJson;
import io.peerwatch.consumers.report.ReportText;
import io.peerwatch.consumers.table.TopicTable;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.avro.BudgetLedger;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code peerwatch report}: a day of the fleet on one page. */
@Command(
    name = "report",
    header = "Report a day: who was odd, who runs out of room, who wastes, what to do.",
    description = {
      "Reads alerts, capacity and budgets from their topics, or with --capacity (and --alerts,"
          + " --ledger) from files that backtest wrote; then no broker is needed.",
    },
    footer = {
      "Examples:",
      "  peerwatch report --day yesterday",
      "  peerwatch report --day 2026-03-14 --format html --out report.html",
      "  peerwatch report --day 2026-03-14 --alerts alerts.jsonl --capacity capacity.jsonl"
    })
public final class ReportCommand implements Callable<Integer> {
  private final Session session;

  /** How a report can be written. */
  enum Format {
    TEXT,
    HTML,
    JSON
  }

  @Option(
      names = "--day",
      required = true,
      paramLabel = "YYYY-MM-DD|yesterday",
      converter = ReportDay.class,
      description = "The day, from 00:00 to 24:00 UTC.")
  private LocalDate day;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, html or json. Default: ${DEFAULT-VALUE}")
  private Format format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where it goes. Default: standard output")
  private Path out;

  @Option(
      names = "--alerts",
      paramLabel = "FILE",
      description = "Episodes as backtest --out wrote them, in place of the topics.")
  private Path alerts;

  @Option(
      names = "--capacity",
      paramLabel = "FILE",
      description = "Figures as backtest --capacity wrote them, in place of the topics.")
  private Path capacity;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description = "Budgets as backtest --ledger wrote them, in place of the topics.")
  private Path ledger;

  @Mixin private final ConnectionOptions connection;

  public ReportCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DayFold fold = new DayFold(day);
    if (alerts != null || capacity != null || ledger != null) {
      read(fold);
    } else {
      follow(fold);
    }
    DayReport report = fold.report();
    if (report.groups().isEmpty() && report.odd().isEmpty()) {
      throw new CommandFailedException(
          "nothing is known of " + day + ": no capacity figures and no episodes of that day");
    }
    String text =
        switch (format) {
          case TEXT -> String.join("\n", ReportText.lines(report));
          case HTML -> ReportHtml.of(report).stripTrailing();
          case JSON -> ReportJson.of(report);
        };
    if (out == null) {
      session.terminal().line(text);
    } else {
      Files.writeString(out, text + "\n");
      session.terminal().note("the report is in " + out);
    }
    return 0;
  }

  private void read(DayFold fold) throws IOException {
    if (alerts != null) {
      RecordFile.read(alerts, HostAlert.class, fold::add);
    }
    if (capacity != null) {
      RecordFile.read(capacity, GroupCapacity.class, fold::add);
    }
    if (ledger != null) {
      RecordFile.read(ledger, BudgetLedger.class, fold::add);
    }
  }

  private void follow(DayFold fold) throws InterruptedException {
    ConnectionSettings settings = new Connecting(session).toBoth(connection, Access.REPORT);
    each(settings, Topics.HOST_ALERTS, fold::add);
    each(settings, Topics.GROUP_CAPACITY, fold::add);
    each(settings, Topics.BUDGET_LEDGER, fold::add);
  }

  private <V extends SpecificRecord> void each(
      ConnectionSettings settings, TopicSpec<V> topic, Consumer<V> fold) {
    TopicTable.read(
        settings,
        topic,
        session.terminal()::note,
        (key, value) -> {
          if (value != null) {
            fold.accept(value);
          }
        });
  }
}
