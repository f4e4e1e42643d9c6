package io.peerwatch.cli.operate;

import io.peerwatch.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;

/** Rows in columns as wide as their widest cell; texts from a topic never steer the terminal. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... header) {
    rows.add(List.of(header));
  }

  public void row(String... cells) {
    var clean = new ArrayList<String>();
    for (var cell : cells) {
      clean.add(cell.isEmpty() ? "-" : cell.replaceAll("\\p{Cntrl}", "?"));
    }
    rows.add(clean);
  }

  /** Writes it with its header. */
  public void to(Terminal terminal) {
    int columns = rows.get(0).size();
    var widths = new int[columns];
    for (var row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (var row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      terminal.line(line.toString().stripTrailing());
    }
  }
}
