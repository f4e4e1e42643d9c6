package io.peerwatch.producers.simulate.yaml;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts as people write them: {@code 90s}, {@code 6h}, {@code 16GiB}. */
final class Quantities {
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12})\\s*([A-Za-z]*)");
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
  private static final Map<String, Long> BYTES =
      Map.of("", 1L, "B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40);

  private Quantities() {}

  /**
   * Milliseconds of a duration such as {@code 90s}: a whole number and one of ms, s, m, h, d.
   *
   * @throws IllegalArgumentException whose message says what was expected
   */
  static long millis(String text) {
    return amount(text, MILLIS, "a duration such as 90s, 10m, 6h or 3d");
  }

  /**
   * Bytes of a size such as {@code 16GiB}: a whole number and one of B, KiB, MiB, GiB, TiB, or no
   * unit.
   *
   * @throws IllegalArgumentException whose message says what was expected
   */
  static long bytes(String text) {
    return amount(text, BYTES, "a size such as 512MiB or 16GiB");
  }

  private static long amount(String text, Map<String, Long> units, String expected) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches() || !units.containsKey(amount.group(2))) {
      throw new IllegalArgumentException("must be " + expected + ", not '" + text + "'");
    }
    long unit = units.get(amount.group(2));
    try {
      return Math.multiplyExact(Long.parseLong(amount.group(1)), unit);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("must be less than '" + text + "'");
    }
  }
}
