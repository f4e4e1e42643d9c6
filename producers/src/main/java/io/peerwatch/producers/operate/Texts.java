package io.peerwatch.producers.operate;

import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with texts that people wrote. */
final class Texts {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private Texts() {}

  static Optional<String> notAName(String what, String text) {
    return Optional.of(
        "the %s %s must be 1 to 200 of A-Z a-z 0-9 . _ : / -".formatted(what, shown(text)));
  }

  /** A problem if the text has line breaks or other control characters. */
  static Optional<String> notALine(String what, String text) {
    return CONTROL.matcher(text).find()
        ? Optional.of("%s must be one line without control characters".formatted(what))
        : Optional.empty();
  }

  static String shown(String text) {
    var clean = CONTROL.matcher(text).replaceAll("?");
    return '\'' + (clean.length() > 40 ? clean.substring(0, 40) + "…" : clean) + '\'';
  }
}
