package io.peerwatch.cli.bench;

import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.run.Session;
import io.peerwatch.proof.bench.judging.JudgingBench;
import io.peerwatch.proof.bench.judging.JudgingBenchSettings;
import io.peerwatch.proof.bench.judging.JudgingFigures;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code peerwatch bench judging}: host-metric values a second and core. */
@Command(
    name = "judging",
    header = "Measure how many host-metric values are judged a second, on one core.",
    description = {
      "Judges made-up groups in JMH, window after window, as the topology does, and beside it finds"
          + " the medians of the same values and nothing else. Compare figures of one run: what"
          + " holds on every machine is their ratio."
    },
    footer = {
      "Examples:",
      "  peerwatch bench judging",
      "  peerwatch bench judging --hosts 30,10000 --metrics 5,20,50 --json judging.json"
    })
final class BenchJudgingCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec command;

  @Option(
      names = "--hosts",
      paramLabel = "N",
      split = ",",
      description = "Sizes of groups. Default: 30,1000,10000")
  private List<Integer> hosts = JudgingBenchSettings.HOSTS;

  @Option(
      names = "--metrics",
      paramLabel = "N",
      split = ",",
      description = "Numbers of metrics. Default: 20")
  private List<Integer> metrics = JudgingBenchSettings.METRICS;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "" + JudgingBenchSettings.ITERATIONS,
      description = "How often each is measured, 2 s at a time. Default: ${DEFAULT-VALUE}")
  private int iterations;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON, too.")
  private Path json;

  BenchJudgingCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JudgingBench bench = new JudgingBench(settings());
    JudgingReport report = new JudgingReport();
    report.head().forEach(session.terminal()::line);
    try {
      List<JudgingFigures> figures = bench.run(f -> session.terminal().line(report.line(f)));
      FigureFiles.write(json, report.json(figures));
    } catch (RunnerException e) {
      throw new CommandFailedException("the benchmark failed: " + e.getMessage(), e);
    }
    return 0;
  }

  private JudgingBenchSettings settings() {
    try {
      return new JudgingBenchSettings(
          hosts, metrics, iterations, JudgingBenchSettings.ITERATION_MILLIS, 1, 0);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
