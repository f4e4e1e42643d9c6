package io.peerwatch.producers.agent.extra;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Performance data of monitoring plugins: {@code 'label'=value[UOM];warn;crit;min;max}, several
 * separated by blanks. The quotes are needed where the label has blanks, quotes or an equals sign;
 * a quote inside is written twice. {@code U} stands for a value that the plugin could not tell.
 *
 * @see <a href="https://www.monitoring-plugins.org/doc/guidelines.html">the plugins' guidelines</a>
 */
final class PerformanceData {
  private final String text;
  private int at;

  private PerformanceData(String text) {
    this.text = text;
  }

  /**
   * Reads all of it.
   *
   * @param found label and quantity
   * @param bad why an entry can't be used, in one line
   */
  static void read(String text, BiConsumer<String, Quantity> found, Consumer<String> bad) {
    var data = new PerformanceData(text.strip());
    while (data.at < data.text.length()) {
      data.entry(found, bad);
      data.skipBlanks();
    }
  }

  private void entry(BiConsumer<String, Quantity> found, Consumer<String> bad) {
    String label = text.charAt(at) == '\'' ? quotedLabel() : plainLabel();
    if (at == text.length() || text.charAt(at) != '=') {
      bad.accept("performance data without 'label=value'");
      skipWord();
      return;
    }
    at++;
    String value = skipWord().split(";", 2)[0];
    if (value.isEmpty() || value.equals("U")) {
      return; // the plugin says that it can't tell
    }
    Quantity.ofAnyUnit(value)
        .ifPresentOrElse(
            quantity -> found.accept(label, quantity),
            () -> bad.accept("performance data whose value is no number"));
  }

  private String quotedLabel() {
    var label = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      boolean quote = c == '\'';
      if (quote && (at == text.length() || text.charAt(at) != '\'')) {
        break;
      }
      label.append(c);
      at += quote ? 1 : 0;
    }
    return label.toString();
  }

  /** Up to the equals sign: some plugins have blanks in labels without quoting them. */
  private String plainLabel() {
    int end = text.indexOf('=', at);
    int from = at;
    at = end < 0 ? text.length() : end;
    return text.substring(from, at);
  }

  private String skipWord() {
    int from = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
