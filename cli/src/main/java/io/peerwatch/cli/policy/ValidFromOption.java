package io.peerwatch.cli.policy;

import io.peerwatch.cli.option.RelativeTimeText;
import io.peerwatch.cli.option.UsageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** From which window on. */
final class ValidFromOption {
  /** So long a policy may take to every instance; then all change at the same window. */
  private static final Duration AHEAD = Duration.ofSeconds(5);

  private static final String ALWAYS = "always";

  @Option(
      names = "--valid-from",
      paramLabel = "TIME",
      description =
          "Holds for windows that start at or after this, in the time of the samples: "
              + "2026-11-22T12:00:00Z, +2h, or always. Default: five seconds from now")
  private String time;

  /** Null: for all windows that have not begun. */
  Instant validFrom() {
    if (time == null) {
      return Instant.ofEpochMilli(InstantSource.system().millis()).plus(AHEAD);
    }
    try {
      return time.strip().equals(ALWAYS) ? null : new RelativeTimeText().convert(time);
    } catch (TypeConversionException e) {
      throw new UsageException("--valid-from: " + e.getMessage() + ", or always");
    }
  }

  static String text(Instant validFrom) {
    return validFrom == null ? ALWAYS : validFrom.toString();
  }
}
