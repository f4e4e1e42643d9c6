package io.peerwatch.producers.agent.extra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a text says: quantities by metric name, and the lines that say nothing.
 *
 * @param quantities in the text's order; of a name that comes twice the last one counts
 */
record MetricText(Map<String, Quantity> quantities, List<BadLine> badLines) {

  /**
   * A line that could not be used.
   *
   * @param number from 1
   */
  record BadLine(int number, String reason) {}

  /**
   * A file: {@code name value} lines, comments that start with #, and lines of monitoring plugins
   * with performance data after a bar.
   */
  static MetricText ofFile(List<String> lines) {
    var reading = new Reading("");
    for (int i = 0; i < lines.size(); i++) {
      int bar = lines.get(i).indexOf('|');
      if (bar >= 0) {
        reading.performanceData(i + 1, lines.get(i).substring(bar + 1));
      } else {
        reading.nameAndValue(i + 1, lines.get(i));
      }
    }
    return reading.text();
  }

  /**
   * A command's output: where it has a bar, a monitoring plugin's, whose performance data follows
   * the first bar on its line and the second one up to the end; else as in a file.
   *
   * @param name what the metrics' names start with; empty: nothing
   */
  static MetricText ofOutput(String name, List<String> lines) {
    boolean plugin = lines.stream().anyMatch(line -> line.indexOf('|') >= 0);
    var reading = new Reading(name.isEmpty() ? "" : name + ".");
    int bars = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int bar = bars < 2 ? line.indexOf('|') : -1;
      if (!plugin) {
        reading.nameAndValue(i + 1, line);
      } else if (bars == 2) {
        reading.performanceData(i + 1, line);
      } else if (bar >= 0) {
        bars++;
        reading.performanceData(i + 1, line.substring(bar + 1));
      }
    }
    return reading.text();
  }

  /** The text as far as it is read. */
  private static final class Reading {
    private final String prefix;
    private final Map<String, Quantity> quantities = new LinkedHashMap<>();
    private final List<BadLine> badLines = new ArrayList<>();

    Reading(String prefix) {
      this.prefix = prefix;
    }

    void nameAndValue(int number, String line) {
      String stripped = line.strip();
      if (stripped.isEmpty() || stripped.startsWith("#")) {
        return;
      }
      String[] words = stripped.split("\\s+");
      var quantity = words.length == 2 ? Quantity.ofKnownUnit(words[1]) : null;
      if (quantity == null || quantity.isEmpty()) {
        bad(number, "not 'name value' with a number in s, ms, us, %, B, KB, MB, … or c");
      } else if (!MetricNames.isName(prefix + words[0])) {
        bad(number, "the name must be 1 to 200 of A-Z a-z 0-9 . _ : / -");
      } else {
        quantities.put(prefix + words[0], quantity.get());
      }
    }

    void performanceData(int number, String text) {
      PerformanceData.read(
          text,
          (label, quantity) -> {
            String name = MetricNames.ofLabel(prefix, label);
            if (MetricNames.isName(name)) {
              quantities.put(name, quantity);
            } else {
              bad(number, "a label is too long or empty");
            }
          },
          reason -> bad(number, reason));
    }

    private void bad(int number, String reason) {
      badLines.add(new BadLine(number, reason));
    }

    MetricText text() {
      return new MetricText(quantities, badLines);
    }
  }
}
