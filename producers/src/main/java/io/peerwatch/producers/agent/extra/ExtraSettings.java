package io.peerwatch.producers.agent.extra;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where metrics come from that the agent does not read itself.
 *
 * @param files looked at for each sample
 * @param fileAgeMax a file that was last written longer ago is left out
 * @param commands run on their own, never two runs of one at a time
 * @param commandEvery time from one run's start to the next
 * @param commandTimeout a run that takes longer is killed with all that it started
 * @param metricsMax how many of them go into a sample
 */
public record ExtraSettings(
    List<Path> files,
    Duration fileAgeMax,
    List<NamedCommand> commands,
    Duration commandEvery,
    Duration commandTimeout,
    int metricsMax) {
  public static final Duration FILE_AGE_MAX_DEFAULT = Duration.ofMinutes(5);
  public static final Duration COMMAND_TIMEOUT_DEFAULT = Duration.ofSeconds(10);

  /** With what the agent reads itself this stays below what a sample may hold. */
  public static final int METRICS_MAX_DEFAULT = 100;

  private static final Duration EVERY_MIN = Duration.ofSeconds(1);

  /**
   * @throws IllegalArgumentException whose message is one line for the user
   */
  public ExtraSettings {
    files = List.copyOf(files);
    commands = List.copyOf(commands);
    if (commandEvery.compareTo(EVERY_MIN) < 0) {
      throw new IllegalArgumentException("commands can be run every 1s at most");
    }
    if (commandTimeout.toMillis() < 1 || fileAgeMax.toMillis() < 1) {
      throw new IllegalArgumentException("a command's timeout and a file's age must be above 0");
    }
    if (metricsMax < 0) {
      throw new IllegalArgumentException("the number of extra metrics can't be negative");
    }
  }

  public static ExtraSettings none() {
    return new ExtraSettings(
        List.of(),
        FILE_AGE_MAX_DEFAULT,
        List.of(),
        Duration.ofMinutes(1),
        COMMAND_TIMEOUT_DEFAULT,
        METRICS_MAX_DEFAULT);
  }
}
