package io.peerwatch.schemas.csv;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Writes a number as decimal text that reads back as the same number, the same on every Java
 * version ({@code Double.toString} changed its digits in 19).
 */
final class DecimalText {
  private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
  private static final double EXACT_MAX = 1L << 53; // whole numbers up to here are exact

  private DecimalText() {}

  /** Appends the number, which must be finite. */
  static void append(StringBuilder to, double value) {
    for (int decimals = 0; decimals < POWERS_OF_TEN.length; decimals++) {
      double scaled = Math.rint(value * POWERS_OF_TEN[decimals]);
      // Both are exact, so their quotient is the number nearest to the decimal text.
      if (Math.abs(scaled) <= EXACT_MAX && scaled / POWERS_OF_TEN[decimals] == value) {
        appendScaled(to, (long) scaled, decimals);
        return;
      }
    }
    appendShortest(to, value);
  }

  private static void appendScaled(StringBuilder to, long scaled, int decimals) {
    if (scaled < 0) {
      to.append('-');
    }
    long magnitude = Math.abs(scaled);
    long unit = (long) POWERS_OF_TEN[decimals];
    to.append(magnitude / unit);
    if (decimals > 0) {
      String fraction = Long.toString(magnitude % unit);
      to.append('.').append("0".repeat(decimals - fraction.length())).append(fraction);
    }
  }

  private static void appendShortest(StringBuilder to, double value) {
    var exact = new BigDecimal(value);
    for (int digits = 15; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        to.append(rounded.stripTrailingZeros());
        return;
      }
    }
    to.append(exact.round(new MathContext(17)).stripTrailingZeros()); // 17 digits always suffice
  }
}
