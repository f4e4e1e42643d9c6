package io.peerwatch.cli.option;

import io.peerwatch.schemas.csv.RecordedSamples;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recorded samples to read, and how much of them may be malformed. */
public final class RecordedFiles {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV, plain or gzipped: timestamp,group,host,<metric>,…")
  private List<Path> files;

  @Option(
      names = "--bad-lines",
      paramLabel = "N",
      defaultValue = "" + RecordedSamples.BAD_LINES_MAX_DEFAULT,
      description = "Malformed lines to skip before giving up. Default: ${DEFAULT-VALUE}")
  private int badLinesMax;

  /** Read as one, in this order. */
  public List<Path> files() {
    return files;
  }

  /** Malformed lines that are skipped before the reading fails. */
  public int badLinesMax() {
    return badLinesMax;
  }
}
