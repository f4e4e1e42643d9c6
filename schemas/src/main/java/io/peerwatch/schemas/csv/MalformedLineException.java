package io.peerwatch.schemas.csv;

/** What is wrong with one line; caught where file and line number are known. */
final class MalformedLineException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedLineException(String reason) {
    super(reason, null, false, false); // no stack trace: a thousand bad lines must stay cheap
  }

  /** A cell as it may be shown in a message: short and without control characters. */
  static String shown(String cell) {
    String clean = cell.replaceAll("\\p{Cntrl}", "?");
    return '\'' + (clean.length() > 40 ? clean.substring(0, 40) + "…" : clean) + '\'';
  }
}
