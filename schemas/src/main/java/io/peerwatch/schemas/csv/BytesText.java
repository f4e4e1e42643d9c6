package io.peerwatch.schemas.csv;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Amounts of memory as people write them: {@code 16GiB}, {@code 512 MiB}, {@code 8GB}, bytes. */
public final class BytesText {
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,18}) ?([a-z]*)");
  private static final Map<String, Long> UNITS =
      Map.ofEntries(
          Map.entry("", 1L),
          Map.entry("b", 1L),
          Map.entry("kb", 1_000L),
          Map.entry("mb", 1_000_000L),
          Map.entry("gb", 1_000_000_000L),
          Map.entry("tb", 1_000_000_000_000L),
          Map.entry("kib", 1L << 10),
          Map.entry("mib", 1L << 20),
          Map.entry("gib", 1L << 30),
          Map.entry("tib", 1L << 40));

  private BytesText() {}

  /**
   * The amount in bytes, above 0.
   *
   * @throws IllegalArgumentException with a line for the user, when the text is none
   */
  public static long parse(String text) {
    var matcher = AMOUNT.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (matcher.matches() && UNITS.containsKey(matcher.group(2))) {
      try {
        long bytes =
            Math.multiplyExact(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)));
        if (bytes > 0) {
          return bytes;
        }
      } catch (ArithmeticException e) {
        throw wrong(text);
      }
    }
    throw wrong(text);
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "%s is not an amount of memory above 0: write it like 16GiB, 512MiB, 8GB or in bytes"
            .formatted(MalformedLineException.shown(text)));
  }
}
