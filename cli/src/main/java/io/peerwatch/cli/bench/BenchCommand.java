package io.peerwatch.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.peerwatch.cli.run.Session;
import io.peerwatch.proof.bench.pipeline.PipelineBench;
import io.peerwatch.proof.bench.pipeline.PipelineFigures;
import io.peerwatch.proof.bench.pipeline.PipelineSettings;
import io.peerwatch.proof.bench.pipeline.SweepBench;
import io.peerwatch.schemas.progress.Progress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code peerwatch bench}: how fast it is on this machine. */
@Command(
    name = "bench",
    header = "Measure how fast it is on this machine, beside others.",
    description = {
      "Starts a broker of its own, publishes a made-up fleet's samples, and has them read by plain"
          + " consumers, by Streams applications that count them, by a textbook version of the"
          + " comparison (over fewer samples), and by Peerwatch as users run it: each in a process"
          + " of its own, in turn, as fast as it goes. Then Peerwatch alone, with hosts that send"
          + " in real time.",
      "Compare figures of one run: what holds on every machine is their ratio. Takes minutes and"
          + " up to 2 GB of the disk; everything is removed at the end."
    },
    synopsisSubcommandLabel = "[judging | restart]",
    footer = {
      "Examples:",
      "  peerwatch bench --json figures.json",
      "  peerwatch bench --sweep --samples 500000 --rounds 1",
      "  peerwatch bench --only peerwatch,pass-through --rounds 5 --duration 0s",
      "  peerwatch bench judging --json judging.json",
      "  peerwatch bench restart --hosts 10000"
    })
public final class BenchCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec command;
  @Mixin private PipelineOptions options;

  @Option(
      names = "--sweep",
      description =
          "Measure Peerwatch and the pass-through over 100 to 100000 hosts, groups of 10 to 10000,"
              + " and 1 to 50 metrics instead; takes the better part of an hour, less with --warm-up 20s.")
  private boolean sweep;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON, too.")
  private Path json;

  private BenchCommand(Session session) {
    this.session = session;
  }

  /** With its parts. */
  public static CommandLine tree(Session session) {
    return new CommandLine(new BenchCommand(session))
        .addSubcommand(new BenchJudgingCommand(session))
        .addSubcommand(new BenchRestartCommand(session));
  }

  @Override
  public Integer call() {
    PipelineSettings settings = settings();
    FigureFiles.requireWritable(json);
    FigureFiles.requireWritable(settings.profile().orElse(null));
    BenchRun run = new BenchRun(session);
    run.keep(
        run.measured(progress -> sweep ? sweep(settings, progress) : compare(settings, progress)),
        json);
    settings
        .profile()
        .ifPresent(file -> session.terminal().line("the flight recording is in " + file));
    return 0;
  }

  private JsonNode compare(PipelineSettings settings, Progress progress)
      throws InterruptedException {
    PipelineFigures figures = new PipelineBench(settings, progress).run();
    new PipelineReport(figures).lines().forEach(session.terminal()::line);
    return PipelineJson.of(figures);
  }

  private JsonNode sweep(PipelineSettings settings, Progress progress) throws InterruptedException {
    SweepReport report = new SweepReport();
    report.head().forEach(session.terminal()::line);
    return SweepReport.json(
        settings,
        new SweepBench(settings, SweepBench.GRID, progress)
            .run(row -> session.terminal().line(report.line(row))));
  }

  private PipelineSettings settings() {
    try {
      return options.settings();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
