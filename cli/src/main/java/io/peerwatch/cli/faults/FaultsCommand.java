package io.peerwatch.cli.faults;

import io.peerwatch.cli.log.Logging;
import io.peerwatch.cli.option.DurationText;
import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.terminal.ProgressDisplay;
import io.peerwatch.local.LocalLogs;
import io.peerwatch.proof.faults.Catalogue;
import io.peerwatch.proof.faults.Fault;
import io.peerwatch.proof.faults.FaultResult;
import io.peerwatch.proof.faults.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code peerwatch faults}: what it withstands. */
@Command(
    name = "faults",
    header = "Break things on purpose, and see that no alert is lost, doubled or invented.",
    description = {
      "Starts three brokers, a registry and real instances of the application on this machine, does"
          + " one fault after the other, and compares what readers see with what it should be. All"
          + " of them take more than an hour; exit code 1 when one was not withstood."
    },
    footer = {
      "Examples:",
      "  peerwatch faults --list",
      "  peerwatch faults kill --seed 7",
      "  peerwatch faults poison failover --json faults.json",
      "  peerwatch faults soak --duration 8h"
    })
public final class FaultsCommand implements Callable<Integer> {
  /** What brokers say when they are broken on purpose is no news. */
  private static final Map<String, String> BROKERS =
      Map.of("kafka", "OFF", "org.apache.kafka", "OFF", "state.change.logger", "OFF");

  private static final Duration SOAK_MIN = Duration.ofMinutes(1);

  private final Session session;

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Which of them. Default: all")
  private List<String> names = List.of();

  @Option(names = "--list", description = "Say what there is, and do nothing.")
  private boolean list;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Draws the same again. Default: another one each time, which is printed")
  private Long seed;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      defaultValue = "10m",
      converter = DurationText.class,
      description = "How long soak lasts, such as 30m or 8h. Default: ${DEFAULT-VALUE}")
  private Duration duration;

  @Option(names = "--json", paramLabel = "FILE", description = "Also write the results as JSON.")
  private Path json;

  public FaultsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    FaultsReport report = new FaultsReport(session.terminal());
    if (list) {
      report.list(Catalogue.all(duration));
      return 0;
    }
    List<Fault> wanted = wanted();
    long chosen = seed != null ? seed : ThreadLocalRandom.current().nextInt(1_000_000);
    Logging.quieten(LocalLogs.LEVELS);
    Logging.quieten(BROKERS);
    session.terminal().note("faults: seed " + chosen);
    List<FaultResult> results;
    try (ProgressDisplay progress = session.terminal().progress()) {
      results = Faults.run(wanted, chosen, progress, report::tell);
    }
    report.table(results);
    if (json != null) {
      report.write(results, chosen, json);
    }
    String failed =
        results.stream()
            .filter(result -> !result.withstood())
            .map(result -> result.fault().name())
            .collect(Collectors.joining(", "));
    if (!failed.isEmpty()) {
      throw new CommandFailedException("not withstood: " + failed);
    }
    return 0;
  }

  private List<Fault> wanted() {
    if (duration.compareTo(SOAK_MIN) < 0) {
      throw new ParameterException(command.commandLine(), "--duration must be at least 1m");
    }
    List<Fault> all = Catalogue.all(duration);
    for (String name : names) {
      if (all.stream().noneMatch(fault -> fault.name().equals(name))) {
        throw new ParameterException(
            command.commandLine(), "there is no fault '" + name + "'; --list tells them");
      }
    }
    return all.stream().filter(f -> names.isEmpty() || names.contains(f.name())).toList();
  }
}
