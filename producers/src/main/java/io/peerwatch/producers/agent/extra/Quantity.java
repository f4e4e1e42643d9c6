package io.peerwatch.producers.agent.extra;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with a unit, in the unit that samples use: seconds, bytes, ratios 0..1.
 *
 * @param counter whether it only grows, so that its rate is what counts
 */
record Quantity(double value, boolean counter) {
  private static final Pattern FORM =
      Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)(\\S*)");
  private static final double KIBI = 1024;

  /**
   * As monitoring plugins write them. Thousands for KB, MB, …; the plugins do not agree, but all
   * hosts of a group run the same ones.
   */
  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("", 1.0),
          Map.entry("s", 1.0),
          Map.entry("ms", 1e-3),
          Map.entry("us", 1e-6),
          Map.entry("µs", 1e-6),
          Map.entry("ns", 1e-9),
          Map.entry("%", 1e-2),
          Map.entry("B", 1.0),
          Map.entry("kB", 1e3),
          Map.entry("KB", 1e3),
          Map.entry("MB", 1e6),
          Map.entry("GB", 1e9),
          Map.entry("TB", 1e12),
          Map.entry("PB", 1e15),
          Map.entry("KiB", KIBI),
          Map.entry("MiB", KIBI * KIBI),
          Map.entry("GiB", KIBI * KIBI * KIBI),
          Map.entry("TiB", KIBI * KIBI * KIBI * KIBI),
          Map.entry("c", 1.0));

  /** What the text says; empty when it is no finite number or its unit is unknown. */
  static Optional<Quantity> ofKnownUnit(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches() && UNITS.containsKey(form.group(2))
        ? finite(form.group(1), form.group(2))
        : Optional.empty();
  }

  /** The same, but a unit that isn't known (V, rpm, …) leaves the number as it is. */
  static Optional<Quantity> ofAnyUnit(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches() ? finite(form.group(1), form.group(2)) : Optional.empty();
  }

  private static Optional<Quantity> finite(String number, String unit) {
    double value = Double.parseDouble(number) * UNITS.getOrDefault(unit, 1.0);
    return Double.isFinite(value)
        ? Optional.of(new Quantity(value, unit.equals("c")))
        : Optional.empty();
  }
}
