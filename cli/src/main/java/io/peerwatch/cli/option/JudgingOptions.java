package io.peerwatch.cli.option;

import io.peerwatch.detection.window.WindowSettings;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How groups are judged where no policy says otherwise: the same for stream and backtest. */
public final class JudgingOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--window",
      paramLabel = "DURATION",
      defaultValue = "1m",
      converter = DurationText.class,
      description = "Length of a window. Default: ${DEFAULT-VALUE}")
  private Duration window;

  @Option(
      names = "--grace",
      paramLabel = "DURATION",
      defaultValue = "30s",
      converter = DurationText.class,
      description = "How long a window waits for hosts that are late. Default: ${DEFAULT-VALUE}")
  private Duration grace;

  @Option(
      names = "--false-alarms",
      paramLabel = "N/week",
      defaultValue = "1/week",
      converter = WeeklyRate.Converter.class,
      description = "How many false alarms a group may have. Default: ${DEFAULT-VALUE}")
  private WeeklyRate falseAlarms;

  @Mixin private WorkMetricOption work;

  /** The windows; a {@link ParameterException} says what can't be. */
  public WindowSettings windows() {
    try {
      return WindowSettings.of(window, grace);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  /** Budget of a group, above 0. */
  public double falseAlarmsPerWeek() {
    return falseAlarms.perWeek();
  }

  /** Metric that counts the hosts' work; null for the dictionary's, {@code none} for none. */
  public String workMetric() {
    return work.name();
  }
}
