package io.peerwatch.schemas.csv;

import io.peerwatch.schemas.topics.Names;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The first line of recorded samples: {@code timestamp,group,host,<metric>,…}. */
final class SampleHeader {
  static final List<String> FIRST_COLUMNS = List.of("timestamp", "group", "host");

  private static final String EXPECTED =
      ": the first line must be the header timestamp,group,host,<metric>,…";

  private SampleHeader() {}

  /**
   * The metrics' names in the order of their columns.
   *
   * @param line the file's first line, null when it is empty
   */
  static List<String> metrics(Path file, String line) throws UnreadableCsvException {
    List<String> cells = cells(file, line);
    int first = FIRST_COLUMNS.size();
    if (cells.size() < first || !cells.subList(0, first).equals(FIRST_COLUMNS)) {
      throw new UnreadableCsvException(file + EXPECTED);
    }
    List<String> metrics = List.copyOf(cells.subList(first, cells.size()));
    if (metrics.isEmpty()) {
      throw new UnreadableCsvException(file + ": the header names no metric after host");
    }
    var seen = new HashSet<String>();
    for (String metric : metrics) {
      if (!Names.isName(metric)) {
        throw new UnreadableCsvException(
            file
                + ": the header's metric "
                + MalformedLineException.shown(metric)
                + " must be 1 to 200 of A-Z a-z 0-9 . _ : / -");
      }
      if (!seen.add(metric)) {
        throw new UnreadableCsvException(file + ": the header names metric " + metric + " twice");
      }
    }
    return metrics;
  }

  private static List<String> cells(Path file, String line) throws UnreadableCsvException {
    if (line == null) {
      throw new UnreadableCsvException(file + " is empty" + EXPECTED);
    }
    try {
      var cells = new ArrayList<String>();
      CsvCells.split(line, cells);
      return cells;
    } catch (MalformedLineException e) {
      throw new UnreadableCsvException(file + EXPECTED);
    }
  }
}
