package io.peerwatch.cli.option;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Durations as people write them: a whole number and a unit, or several of them, largest first:
 * {@code 250ms}, {@code 75s}, {@code 5m}, {@code 2h}, {@code 1h30m}, {@code 7d}, {@code 2w}.
 */
public final class DurationText implements ITypeConverter<Duration> {
  private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|s|m|h|d|w)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "w", Duration.ofDays(7));

  @Override
  public Duration convert(String text) {
    try {
      return parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /**
   * The duration that the text means, zero or more.
   *
   * @throws IllegalArgumentException with a line for the user, when it means none
   */
  public static Duration parse(String text) {
    String compact = text.strip().toLowerCase(Locale.ROOT);
    Matcher parts = PART.matcher(compact);
    Duration sum = Duration.ZERO;
    Duration unitBefore = null;
    int end = 0;
    while (parts.find() && parts.start() == end) {
      Duration unit = UNITS.get(parts.group(2));
      if (unitBefore != null && unit.compareTo(unitBefore) >= 0) {
        throw notADuration(text);
      }
      sum = sum.plus(unit.multipliedBy(Long.parseLong(parts.group(1))));
      unitBefore = unit;
      end = parts.end();
    }
    if (end == 0 || end != compact.length()) {
      throw notADuration(text);
    }
    return sum;
  }

  private static IllegalArgumentException notADuration(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is not a duration: write it like 75s, 5m, 2h, 1h30m or 7d");
  }
}
