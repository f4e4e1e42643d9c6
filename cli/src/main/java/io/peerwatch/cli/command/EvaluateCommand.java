package io.peerwatch.cli.command;

import io.peerwatch.cli.option.WeeklyRate;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.terminal.ProgressDisplay;
import io.peerwatch.proof.evaluate.Evaluation;
import io.peerwatch.proof.evaluate.EvaluationSettings;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code peerwatch evaluate}: how well it detects, beside what others do. */
@Command(
    name = "evaluate",
    header = "Measure detection on made-up groups, beside other rules.",
    description = {
      "Faults of nine kinds and one to five spreads in groups of several sizes, and changes that"
          + " must not alarm. Every detector learns for two weeks, sets its threshold for the same"
          + " budget without seeing a label, and is scored on the two weeks that follow."
    },
    footer = {
      "Examples:",
      "  peerwatch evaluate",
      "  peerwatch evaluate --baselines --hosts 4,12 --false-alarms 1/week --seed 42"
    })
public final class EvaluateCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec command;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Makes the same groups again. Default: another one each time, which is printed")
  private Long seed;

  @Option(
      names = "--hosts",
      paramLabel = "N",
      split = ",",
      description = "Sizes of groups. Default: 3,4,6,12,50")
  private List<Integer> hosts = EvaluationSettings.HOSTS;

  @Option(
      names = "--groups",
      paramLabel = "N",
      defaultValue = "" + EvaluationSettings.GROUPS,
      description = "Groups of each size. Default: ${DEFAULT-VALUE}")
  private int groups;

  @Option(
      names = "--false-alarms",
      paramLabel = "N/week",
      defaultValue = "3/week",
      converter = WeeklyRate.Converter.class,
      description = "Budget of every detector. Default: ${DEFAULT-VALUE}")
  private WeeklyRate falseAlarms;

  @Option(
      names = "--baselines",
      description = "Show the same groups to other rules, and to controls that know nothing.")
  private boolean baselines;

  public EvaluateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    EvaluationSettings settings = settings();
    Evaluation.Result result;
    try (ProgressDisplay progress = session.terminal().progress()) {
      result = new Evaluation(settings, progress).run();
    }
    new EvaluationReport(settings, result).lines().forEach(session.terminal()::line);
    return 0;
  }

  private EvaluationSettings settings() {
    long chosen = seed != null ? seed : ThreadLocalRandom.current().nextInt(1_000_000);
    try {
      return new EvaluationSettings(chosen, hosts, groups, falseAlarms.perWeek(), baselines);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
