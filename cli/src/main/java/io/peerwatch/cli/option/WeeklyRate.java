package io.peerwatch.cli.option;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How often something may happen, as people write it: {@code 3/week}, {@code 0.5/day}, {@code
 * 2/month} (30 days).
 *
 * @param perWeek the same per week, above 0
 */
public record WeeklyRate(double perWeek) {
  private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)/(hour|day|week|month)");
  private static final Map<String, Duration> PERIODS =
      Map.of(
          "hour", Duration.ofHours(1),
          "day", Duration.ofDays(1),
          "week", Duration.ofDays(7),
          "month", Duration.ofDays(30));

  /**
   * The rate that the text means.
   *
   * @throws IllegalArgumentException with a line for the user, when it means none
   */
  public static WeeklyRate parse(String text) {
    Matcher rate = RATE.matcher(text.strip().toLowerCase(Locale.ROOT));
    double count = rate.matches() ? Double.parseDouble(rate.group(1)) : 0;
    if (count <= 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a rate above 0: write it like 1/week, 3/week or 0.5/day");
    }
    double periodsPerWeek = (double) Duration.ofDays(7).toMillis() / periodMillis(rate.group(2));
    return new WeeklyRate(count * periodsPerWeek);
  }

  private static long periodMillis(String period) {
    return PERIODS.get(period).toMillis();
  }

  /** For options of this type. */
  public static final class Converter implements ITypeConverter<WeeklyRate> {
    @Override
    public WeeklyRate convert(String text) {
      try {
        return parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
