package io.peerwatch.cli.evaluate;

import io.peerwatch.cli.command.BadLineNotes;
import io.peerwatch.cli.option.Budgets;
import io.peerwatch.cli.option.WorkMetricOption;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.terminal.ProgressDisplay;
import io.peerwatch.proof.evaluate.Evaluation;
import io.peerwatch.proof.evaluate.EvaluationPart;
import io.peerwatch.proof.evaluate.EvaluationSettings;
import io.peerwatch.proof.evaluate.forecast.ForecastGrid;
import io.peerwatch.proof.evaluate.recorded.RecordedResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code peerwatch evaluate}: how well it detects, beside what others do. */
@Command(
    name = "evaluate",
    header = "Measure detection on made-up groups or recorded samples, beside other rules.",
    description = {
      "Without --recorded: faults of nine kinds and one to five spreads in groups of several sizes,"
          + " steps in groups of four, changes that must not alarm, and what tests that know the"
          + " truth would find. Every detector learns for"
          + " two weeks, sets its threshold for the same budget without seeing a label, and is"
          + " scored on the two weeks that follow.",
      "With --recorded: ours, the other rules and the controls on samples and labels of yours; all"
          + " learn on what lies before --score-from.",
      "On two cores the quick suite takes about three minutes and --full about twelve; --baselines adds"
          + " about seven minutes for every six groups of each size, most of it for 50 hosts."
    },
    footer = {
      "Examples:",
      "  peerwatch evaluate --seed 42",
      "  peerwatch evaluate --parts steps,harmless",
      "  peerwatch evaluate --parts faults,bound --hosts 4,12",
      "  peerwatch evaluate --parts forecast --series cpu.csv.gz",
      "  peerwatch evaluate --full --baselines --json figures.json",
      "  peerwatch evaluate --baselines --hosts 4,12 --budgets 1",
      "  peerwatch evaluate --recorded week1.csv.gz week2.csv.gz --labels incidents.csv"
          + " --score-from 2026-01-08T00:00Z"
    })
public final class EvaluateCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec command;

  @Mixin private RecordedOptions recorded;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Makes the same groups again. Default: another one each time, which is printed")
  private Long seed;

  @Option(names = "--full", description = "The whole suite: more groups, and budgets 1, 3 and 7.")
  private boolean full;

  @Option(
      names = "--hosts",
      paramLabel = "N",
      split = ",",
      description = "Sizes of groups. Default: 2,3,4,6,12,50")
  private List<Integer> hosts = EvaluationSettings.HOSTS;

  @Option(
      names = "--groups",
      paramLabel = "N",
      description = "Groups of each size; half of it of 50 hosts. Default: 6, with --full 16")
  private Integer groups;

  @Option(
      names = {"--budgets", "--false-alarms"},
      paramLabel = "N",
      split = ",",
      converter = Budgets.class,
      description =
          "False alarms a group and week that every detector is calibrated to. Default: 3, with"
              + " --full or --recorded 1,3,7")
  private List<Double> budgets;

  @Option(
      names = "--baselines",
      description =
          "Show made-up groups to other rules, too, and to controls that know nothing; recorded"
              + " samples always are.")
  private boolean baselines;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "That work at a time; the figures don't depend on it. Default: all processors")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--parts",
      paramLabel = "PART",
      split = ",",
      description = "Only some of the suite: ${COMPLETION-CANDIDATES}. Default: all")
  private List<EvaluationPart> parts;

  @Option(
      names = "--series",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Forecast this recorded series, too: CSV as backtest reads it, --series-metric by hour"
              + " over all hosts.")
  private List<Path> series;

  @Option(
      names = "--series-metric",
      paramLabel = "NAME",
      defaultValue = "system.cpu.utilization",
      description = "The metric of the recorded series. Default: ${DEFAULT-VALUE}")
  private String seriesMetric;

  @Mixin private WorkMetricOption work;

  @Option(names = "--json", paramLabel = "FILE", description = "Also write every figure as JSON.")
  private Path json;

  public EvaluateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (recorded.given()) {
      runRecorded();
    } else {
      runSuite();
    }
    return 0;
  }

  private void runSuite() throws IOException {
    EvaluationSettings settings = settings();
    Evaluation.Result result;
    try (ProgressDisplay progress = session.terminal().progress()) {
      result = new Evaluation(settings, progress).run();
    }
    new EvaluationReport(settings, result).lines().forEach(session.terminal()::line);
    if (series != null) {
      forecastSeries();
    }
    write(() -> EvaluationJson.of(settings, result));
  }

  private void forecastSeries() throws IOException {
    try {
      var errors =
          ForecastGrid.recorded(series, seriesMetric, new BadLineNotes(session.terminal()));
      ForecastReport.lines(Map.of(seriesMetric, errors)).forEach(session.terminal()::line);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private void runRecorded() throws IOException {
    RecordedResult result;
    try (ProgressDisplay progress = session.terminal().progress()) {
      result = recorded.run(session.terminal(), budgetsOr(true), threads, work.name(), progress);
    }
    new RecordedReport(result).lines().forEach(session.terminal()::line);
    write(() -> RecordedJson.of(result));
  }

  private interface Text {
    String of() throws IOException;
  }

  private void write(Text text) throws IOException {
    if (json != null) {
      Files.writeString(json, text.of());
      session.terminal().line("figures are in " + json);
    }
  }

  private EvaluationSettings settings() {
    long chosen = seed != null ? seed : ThreadLocalRandom.current().nextInt(1_000_000);
    int usual = full ? EvaluationSettings.GROUPS_FULL : EvaluationSettings.GROUPS_QUICK;
    try {
      return new EvaluationSettings(
          chosen,
          hosts,
          groups == null ? usual : groups,
          budgetsOr(full),
          baselines,
          threads,
          parts == null ? EnumSet.allOf(EvaluationPart.class) : EnumSet.copyOf(parts),
          work.name());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private List<Double> budgetsOr(boolean several) {
    List<Double> usual =
        several ? EvaluationSettings.BUDGETS_FULL : EvaluationSettings.BUDGETS_QUICK;
    return budgets == null ? usual : budgets;
  }
}
