package io.peerwatch.consumers.report;

/** Text that is safe between tags and in attributes: names come from topics. */
final class HtmlText {
  private HtmlText() {}

  static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(Character.isISOControl(c) ? '?' : c);
              }
            });
    return safe.toString();
  }
}
