package io.peerwatch.schemas.csv;

import io.peerwatch.schemas.topics.Names;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels as CSV: {@code host,start,end,metrics} with {@code group} and {@code kind} where known.
 * The start is inclusive, the end exclusive; metrics are separated by blanks.
 */
public final class Labels {
  private static final List<String> COLUMNS =
      List.of("host", "start", "end", "metrics", "group", "kind");
  private static final int COLUMNS_REQUIRED = 4;

  private Labels() {}

  /**
   * Reads them in the order of the file. Columns may come in any order.
   *
   * @throws UnreadableCsvException at the first line that isn't a label: a wrong truth is worse
   *     than none
   */
  public static List<Label> read(Path file) throws IOException {
    try (CsvLines lines = CsvLines.open(file)) {
      var columns = new ArrayList<String>();
      readHeader(file, lines.next(), columns);
      var labels = new ArrayList<Label>();
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank()) {
          labels.add(labelAt(new BadLine(file, lines.number(), ""), line, columns));
        }
      }
      return labels;
    }
  }

  /** Writes them in the order given, replacing what the file held; times in epoch milliseconds. */
  public static void write(Path file, List<Label> labels) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(String.join(",", COLUMNS) + "\n");
      for (Label label : labels) {
        out.write(lineOf(label) + "\n");
      }
    }
  }

  private static String lineOf(Label label) {
    return String.join(
        ",",
        label.host(),
        Long.toString(label.start().toEpochMilli()),
        Long.toString(label.end().toEpochMilli()),
        String.join(" ", label.metrics()),
        label.group(),
        label.kind());
  }

  private static void readHeader(Path file, String line, List<String> columns)
      throws UnreadableCsvException {
    try {
      CsvCells.split(line == null ? "" : line, columns);
    } catch (MalformedLineException e) {
      columns.clear();
    }
    boolean unique = columns.stream().distinct().count() == columns.size();
    if (!unique
        || !columns.containsAll(COLUMNS.subList(0, COLUMNS_REQUIRED))
        || !COLUMNS.containsAll(columns)) {
      throw new UnreadableCsvException(
          file + ": the first line must be host,start,end,metrics with optional group and kind");
    }
  }

  private static Label labelAt(BadLine where, String line, List<String> columns)
      throws UnreadableCsvException {
    try {
      return label(line, columns);
    } catch (MalformedLineException e) {
      throw new UnreadableCsvException(
          new BadLine(where.file(), where.line(), e.getMessage()).toString());
    }
  }

  private static Label label(String line, List<String> columns) throws MalformedLineException {
    var cells = new ArrayList<String>();
    CsvCells.split(line, cells);
    if (cells.size() != columns.size()) {
      throw new MalformedLineException(
          "has " + cells.size() + " cells where the header has " + columns.size());
    }
    String host = cell("host", cells, columns);
    if (!Names.isName(host)) {
      throw new MalformedLineException(
          "host " + MalformedLineException.shown(host) + " is no name");
    }
    long start = EventTime.millis(cell("start", cells, columns));
    long end = EventTime.millis(cell("end", cells, columns));
    if (start >= end) {
      throw new MalformedLineException("start " + start + " must be before end " + end);
    }
    String metrics = cell("metrics", cells, columns).strip();
    return new Label(
        host,
        Instant.ofEpochMilli(start),
        Instant.ofEpochMilli(end),
        metrics.isEmpty() ? List.of() : List.of(metrics.split("\\s+")),
        cell("group", cells, columns),
        cell("kind", cells, columns));
  }

  private static String cell(String column, List<String> cells, List<String> columns) {
    int at = columns.indexOf(column);
    return at < 0 ? "" : cells.get(at);
  }
}
