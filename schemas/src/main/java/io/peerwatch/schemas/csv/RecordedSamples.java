package io.peerwatch.schemas.csv;

import io.peerwatch.schemas.avro.HostSample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Recorded samples: several CSV files, plain or gzip, read as one in the order given, a line at a
 * time.
 *
 * <p>Each file starts with its own header {@code timestamp,group,host,<metric>,…}. A timestamp is
 * epoch milliseconds or ISO-8601 with Z or an offset, within [2000, 2100); an empty cell means that
 * there is no value; blank lines mean nothing. A malformed line is reported, counted and skipped.
 */
public final class RecordedSamples {
  /** How many malformed lines are skipped unless told otherwise. */
  public static final int BAD_LINES_MAX_DEFAULT = 1000;

  private final List<Path> files;
  private final int badLinesMax;
  private final Consumer<BadLine> onBadLine;
  private long badLines;

  /**
   * @param badLinesMax malformed lines that are skipped, 0 or more, over all files together; one
   *     more ends the reading
   * @param onBadLine told of each of them, the one too many included
   */
  public RecordedSamples(List<Path> files, int badLinesMax, Consumer<BadLine> onBadLine) {
    this.files = List.copyOf(files);
    this.badLinesMax = badLinesMax;
    this.onBadLine = onBadLine;
  }

  /**
   * Gives every sample to {@code each}, in the order of the files and their lines. It can be called
   * again and then reads the files anew.
   *
   * @throws UnreadableCsvException when a file is missing, has no such header, is damaged, or holds
   *     too many malformed lines; the message is one line for the user
   */
  public void forEach(Consumer<HostSample> each) throws IOException {
    forEachWhile(
        sample -> {
          each.accept(sample);
          return true;
        });
  }

  /** As {@link #forEach}, until {@code each} says false. */
  public void forEachWhile(Predicate<HostSample> each) throws IOException {
    badLines = 0;
    for (Path file : files) {
      if (!readFile(file, each)) {
        return;
      }
    }
  }

  /** Malformed lines of the latest {@link #forEach}. */
  public long badLines() {
    return badLines;
  }

  /** Whether to go on. */
  private boolean readFile(Path file, Predicate<HostSample> each) throws IOException {
    try (CsvLines lines = CsvLines.open(file)) {
      var row = new SampleRow(SampleHeader.metrics(file, lines.next()));
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank() && !readLine(row, line, file, lines.number(), each)) {
          return false;
        }
      }
      return true;
    }
  }

  private boolean readLine(
      SampleRow row, String line, Path file, long number, Predicate<HostSample> each)
      throws UnreadableCsvException {
    HostSample sample;
    try {
      sample = row.sample(line);
    } catch (MalformedLineException e) {
      skip(new BadLine(file, number, e.getMessage()));
      return true;
    }
    return each.test(sample);
  }

  private void skip(BadLine bad) throws UnreadableCsvException {
    badLines++;
    onBadLine.accept(bad);
    if (badLines > badLinesMax) {
      throw new UnreadableCsvException(
          "more than " + badLinesMax + " malformed lines, the last one is " + bad);
    }
  }
}
