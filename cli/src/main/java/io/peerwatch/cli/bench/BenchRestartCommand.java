package io.peerwatch.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.peerwatch.cli.run.Session;
import io.peerwatch.proof.bench.pipeline.PipelineSettings;
import io.peerwatch.proof.bench.pipeline.RestartBench;
import io.peerwatch.proof.bench.pipeline.RestartFigures;
import io.peerwatch.proof.bench.pipeline.fleet.FleetShape;
import io.peerwatch.schemas.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code peerwatch bench restart}: how long an instance is away. */
@Command(
    name = "restart",
    header = "Measure how long an instance needs to come back with all of its state.",
    description = {
      "Starts a broker of its own, lets Peerwatch learn a made-up fleet, stops it, and starts it in a"
          + " new process while the samples of the next window wait; then the same after a kill."
          + " There is no other instance that could take over. Takes minutes, gigabytes of memory"
          + " and of the disk for large fleets; everything is removed at the end."
    },
    footer = {
      "Examples:",
      "  peerwatch bench restart",
      "  peerwatch bench restart --hosts 10000 --metrics 12 --json restart.json"
    })
final class BenchRestartCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec command;

  @Option(
      names = "--hosts",
      paramLabel = "N",
      description = "Hosts of the fleet. Default: ${DEFAULT-VALUE}")
  private int hosts = RestartBench.HOSTS;

  @Option(
      names = "--group-size",
      paramLabel = "N",
      description = "Hosts in a group. Default: ${DEFAULT-VALUE}")
  private int groupSize = RestartBench.GROUP_SIZE;

  @Option(
      names = "--metrics",
      paramLabel = "N",
      description = "Metrics in a sample. Default: ${DEFAULT-VALUE}")
  private int metrics = RestartBench.METRICS;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Stream threads; there are twice as many partitions. Default: ${DEFAULT-VALUE}")
  private int threads = PipelineSettings.THREADS;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON, too.")
  private Path json;

  BenchRestartCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    PipelineSettings settings = settings();
    FigureFiles.requireWritable(json);
    BenchRun run = new BenchRun(session);
    run.keep(run.measured(progress -> measured(settings, progress)), json);
    return 0;
  }

  private JsonNode measured(PipelineSettings settings, Progress progress)
      throws InterruptedException {
    List<RestartFigures> figures = new RestartBench(settings, progress).run();
    RestartReport.lines(figures).forEach(session.terminal()::line);
    return RestartReport.json(figures, threads);
  }

  private PipelineSettings settings() {
    try {
      return PipelineSettings.ofRestart(new FleetShape(hosts, groupSize, metrics), threads, true);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
