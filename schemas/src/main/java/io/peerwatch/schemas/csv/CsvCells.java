package io.peerwatch.schemas.csv;

import java.util.List;

/**
 * Splits one line at its commas; cells may be quoted after RFC 4180 (a doubled quote stands for
 * one).
 *
 * <p>A quoted cell can't span lines: no name or number holds a line break, and so a stray quote
 * spoils its own line instead of swallowing the rest of the file.
 */
final class CsvCells {
  private CsvCells() {}

  /** Replaces what is in {@code cells} with the cells of the line; there is at least one. */
  static void split(String line, List<String> cells) throws MalformedLineException {
    cells.clear();
    int start = 0;
    while (start <= line.length()) {
      start =
          start < line.length() && line.charAt(start) == '"'
              ? quoted(line, start, cells)
              : plain(line, start, cells);
    }
  }

  /** Adds the cell at {@code start}; where the next one starts. */
  private static int plain(String line, int start, List<String> cells) {
    int comma = line.indexOf(',', start);
    int end = comma < 0 ? line.length() : comma;
    cells.add(line.substring(start, end));
    return end + 1;
  }

  private static int quoted(String line, int start, List<String> cells)
      throws MalformedLineException {
    var cell = new StringBuilder();
    int from = start + 1;
    while (true) {
      int quote = line.indexOf('"', from);
      if (quote < 0) {
        throw new MalformedLineException("a quote is not closed on its line");
      }
      cell.append(line, from, quote);
      int after = quote + 1;
      if (after == line.length() || line.charAt(after) == ',') {
        cells.add(cell.toString());
        return after + 1;
      }
      if (line.charAt(after) != '"') {
        throw new MalformedLineException("text follows a closing quote");
      }
      cell.append('"');
      from = after + 1;
    }
  }
}
