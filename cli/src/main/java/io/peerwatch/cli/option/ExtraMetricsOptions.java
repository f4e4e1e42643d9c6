package io.peerwatch.cli.option;

import io.peerwatch.producers.agent.extra.ExtraSettings;
import io.peerwatch.producers.agent.extra.NamedCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Metrics that the agent takes from files and commands. */
public final class ExtraMetricsOptions {
  @Option(
      names = "--metrics-file",
      paramLabel = "FILE",
      description =
          "A file with 'name value' lines, or with a monitoring plugin's output, that somebody"
              + " writes now and then. May be given more than once.")
  private final List<Path> files = new ArrayList<>();

  @Option(
      names = "--metrics-file-age",
      paramLabel = "DURATION",
      defaultValue = "5m",
      converter = DurationText.class,
      description =
          "A file that was last written longer ago is left out. Default: ${DEFAULT-VALUE}")
  private Duration fileAge;

  @Option(
      names = "--metrics-command",
      paramLabel = "[NAME: ]COMMAND",
      description =
          "A command for the shell that prints such lines; with a name in front, the metrics'"
              + " names start with it. May be given more than once.")
  private final List<String> commands = new ArrayList<>();

  @Option(
      names = "--metrics-every",
      paramLabel = "DURATION",
      converter = DurationText.class,
      description = "How often the commands are run. Default: once a period")
  private Duration every;

  @Option(
      names = "--metrics-timeout",
      paramLabel = "DURATION",
      defaultValue = "10s",
      converter = DurationText.class,
      description =
          "A command that takes longer is killed, with all that it started. Default:"
              + " ${DEFAULT-VALUE}")
  private Duration timeout;

  @Option(
      names = "--metrics-max",
      paramLabel = "N",
      defaultValue = "" + ExtraSettings.METRICS_MAX_DEFAULT,
      description = "How many extra metrics are sent at most. Default: ${DEFAULT-VALUE}")
  private int metricsMax;

  /**
   * What was asked for.
   *
   * @param period how often commands are run where nothing else was said
   * @throws IllegalArgumentException whose message is one line for the user
   */
  public ExtraSettings settings(Duration period) {
    return new ExtraSettings(
        files,
        fileAge,
        commands.stream().map(NamedCommand::parse).toList(),
        every == null ? period : every,
        timeout,
        metricsMax);
  }
}
