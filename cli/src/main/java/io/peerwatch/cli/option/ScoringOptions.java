package io.peerwatch.cli.option;

import io.peerwatch.schemas.csv.Labels;
import io.peerwatch.streams.backtest.ScoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Labelled incidents to score episodes against, and the time that counts. */
public final class ScoringOptions {
  private static final Instant TIME_MIN = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant TIME_MAX = Instant.parse("2100-01-01T00:00:00Z");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "Score the episodes against known incidents: CSV, host,start,end,metrics,…")
  private Path labels;

  @Option(
      names = "--score-from",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "Score what begins at or after this. Default: the start of the files")
  private Instant from;

  @Option(
      names = "--score-to",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "Score what begins before this. Default: the end of the files")
  private Instant to;

  /**
   * Empty when there are no labels.
   *
   * @throws IOException when the labels can't be read, with a message of one line
   */
  public Optional<ScoreSettings> read() throws IOException {
    if (labels == null) {
      if (from != null || to != null) {
        throw wrong("--score-from and --score-to need --labels: they say which of them count");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ScoreSettings(
              Labels.read(labels), from == null ? TIME_MIN : from, to == null ? TIME_MAX : to));
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  /** Whether the scored time starts later than the files. */
  public boolean startsLate() {
    return from != null;
  }

  private ParameterException wrong(String line) {
    return new ParameterException(command.commandLine(), line);
  }
}
