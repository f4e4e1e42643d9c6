package io.peerwatch.cli.command;

import io.peerwatch.cli.operate.ImportFile;
import io.peerwatch.cli.option.JudgingOptions;
import io.peerwatch.cli.option.RecordedFiles;
import io.peerwatch.cli.option.ScoringOptions;
import io.peerwatch.cli.policy.PolicyFile;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.terminal.ProgressDisplay;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.csv.HostInfoCsv;
import io.peerwatch.streams.backtest.Backtest;
import io.peerwatch.streams.backtest.BacktestSettings;
import io.peerwatch.streams.backtest.BacktestSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code peerwatch backtest}: what would have been found in recorded samples. */
@Command(
    name = "backtest",
    header = "Run the topology over recorded samples, with no broker.",
    description = {
      "The same code as in production reads the files as one and writes the episodes, one JSON"
          + " object a line. The same files give the same bytes.",
    },
    footer = {
      "Examples:",
      "  peerwatch backtest monday.csv tuesday.csv.gz --window 5m --out alerts.jsonl",
      "  peerwatch backtest week.csv --labels incidents.csv --out alerts.jsonl"
    })
public final class BacktestCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private RecordedFiles recorded;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the episodes go, as they stood at the end.")
  private Path out;

  @Option(
      names = "--verdicts",
      paramLabel = "FILE",
      description = "Also write the verdict on every group and window.")
  private Path verdicts;

  @Option(
      names = "--capacity",
      paramLabel = "FILE",
      description = "Also write the capacity of every group and window.")
  private Path capacity;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description = "Also write false alarms promised and realised of every group and week.")
  private Path ledger;

  @Option(
      names = "--feedback",
      paramLabel = "FILE",
      description =
          "What people said of alerts, as feedback export writes it; each is heard at its time 'at'"
              + " in event time.")
  private Path feedback;

  @Option(
      names = "--policies",
      paramLabel = "FILE",
      description =
          "Policies in YAML, as policy apply takes them; they hold from the first window on, and"
              + " the options below where they say nothing.")
  private Path policies;

  @Option(
      names = "--inventory",
      paramLabel = "FILE",
      description =
          "Hosts that belong to groups, as inventory export writes them; they are listed from the"
              + " first window on.")
  private Path inventory;

  @Mixin private JudgingOptions judging;

  @Mixin private ScoringOptions scoring;

  public BacktestCommand(Session session) {
    this.session = session;
  }

  private List<Feedback> feedback() throws IOException {
    return feedback == null
        ? List.of()
        : ImportFile.ofAll(feedback, Operated.FEEDBACK).allValues(session.terminal());
  }

  private List<GroupPolicy> policies() throws IOException {
    return policies == null ? List.of() : PolicyFile.read(policies, session.terminal());
  }

  private List<HostInfo> inventory() throws IOException {
    return inventory == null
        ? List.of()
        : ImportFile.ofKeys(inventory, Operated.INVENTORY, HostInfoCsv::announced)
            .allValues(session.terminal());
  }

  @Override
  public Integer call() throws IOException {
    var settings =
        new BacktestSettings(
            recorded.files(),
            feedback(),
            policies(),
            inventory(),
            out,
            Optional.ofNullable(verdicts),
            Optional.ofNullable(capacity),
            Optional.ofNullable(ledger),
            scoring.read(),
            judging.windows(),
            judging.falseAlarmsPerWeek(),
            judging.workMetric(),
            recorded.badLinesMax());
    BacktestSummary summary;
    try (ProgressDisplay progress = session.terminal().progress()) {
      var badLines = new BadLineNotes(session.terminal());
      summary = new Backtest(settings, badLines).run(progress);
    }
    new BacktestReport(summary).lines().forEach(session.terminal()::line);
    summary
        .score()
        .ifPresent(score -> new ScoreReport(score).lines().forEach(session.terminal()::line));
    session.terminal().line("episodes are in " + out);
    return 0;
  }
}
