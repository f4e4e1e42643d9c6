package io.peerwatch.producers.publish;

/**
 * How fast recorded or simulated time runs against the clock.
 *
 * @param factor above 0; 1 is real time, infinity as fast as it can
 */
public record Speed(double factor) {
  public static final Speed REAL_TIME = new Speed(1);
  public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

  public Speed {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("a speed must be above 0, not " + factor);
    }
  }

  /**
   * Reads {@code max}, {@code 10} or {@code 10x}.
   *
   * @throws IllegalArgumentException whose message is one line for the user
   */
  public static Speed parse(String text) {
    if (text.equals("max")) {
      return MAX;
    }
    String number = text.endsWith("x") ? text.substring(0, text.length() - 1) : text;
    if (!number.matches("\\d{1,9}(\\.\\d{1,9})?") || Double.parseDouble(number) == 0) {
      throw new IllegalArgumentException(
          "a speed is max or a number above 0 such as 1, 0.5 or 60, not '" + text + "'");
    }
    return new Speed(Double.parseDouble(number));
  }

  /** Milliseconds of the clock in which this much of the other time passes. */
  public long clockMillis(long millis) {
    return Math.round(millis / factor);
  }

  /** Whether nothing is waited for. */
  public boolean isMax() {
    return Double.isInfinite(factor);
  }

  @Override
  public String toString() {
    return isMax() ? "max" : factor + "x";
  }
}
