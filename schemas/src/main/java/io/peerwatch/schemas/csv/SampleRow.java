package io.peerwatch.schemas.csv;

import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.topics.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the lines under one header into samples. Names that come again are one string. */
final class SampleRow {
  private static final int NAMES_REMEMBERED_MAX = 200_000;

  private final List<String> metrics;
  private final Map<String, String> names = new HashMap<>();
  private final List<String> cells = new ArrayList<>();

  /**
   * @param metrics the header's metrics, in the order of their columns
   */
  SampleRow(List<String> metrics) {
    this.metrics = metrics;
  }

  HostSample sample(String line) throws MalformedLineException {
    CsvCells.split(line, cells);
    int first = SampleHeader.FIRST_COLUMNS.size();
    if (cells.size() != first + metrics.size()) {
      throw new MalformedLineException(
          "has " + cells.size() + " cells where the header has " + (first + metrics.size()));
    }
    long millis = EventTime.millis(cells.get(0));
    String group = name("group", cells.get(1));
    String host = name("host", cells.get(2));
    return new HostSample(host, group, Instant.ofEpochMilli(millis), values(first), Map.of());
  }

  private Map<String, Double> values(int first) throws MalformedLineException {
    Map<String, Double> values = new HashMap<>(metrics.size() * 4 / 3 + 1);
    for (int i = 0; i < metrics.size(); i++) {
      String cell = cells.get(first + i);
      if (!cell.isEmpty()) {
        values.put(metrics.get(i), value(metrics.get(i), cell));
      }
    }
    return values;
  }

  private static double value(String metric, String cell) throws MalformedLineException {
    double value;
    try {
      value = Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new MalformedLineException(
          metric + " is " + MalformedLineException.shown(cell) + ", not a number");
    }
    if (!Double.isFinite(value)) {
      throw new MalformedLineException(
          metric + " is " + MalformedLineException.shown(cell) + ", not a finite number");
    }
    return value;
  }

  private String name(String what, String cell) throws MalformedLineException {
    String known = names.get(cell);
    if (known != null) {
      return known;
    }
    if (cell.isEmpty()) {
      throw new MalformedLineException("has no " + what);
    }
    if (!Names.isName(cell)) {
      throw new MalformedLineException(
          what
              + " "
              + MalformedLineException.shown(cell)
              + " must be 1 to 200 of A-Z a-z 0-9 . _ : / -");
    }
    if (names.size() >= NAMES_REMEMBERED_MAX) {
      names.clear();
    }
    names.put(cell, cell);
    return cell;
  }
}
