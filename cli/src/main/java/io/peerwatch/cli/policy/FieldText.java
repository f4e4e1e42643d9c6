package io.peerwatch.cli.policy;

import io.peerwatch.cli.option.DurationText;
import io.peerwatch.cli.option.WeeklyRate;
import io.peerwatch.producers.simulate.yaml.Nearest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Values of policies as text, both ways; a text that means none throws, what follows its key. */
final class FieldText {
  private static final long[] UNIT_MILLIS = {86_400_000, 3_600_000, 60_000, 1_000, 1};
  private static final String[] UNITS = {"d", "h", "m", "s", "ms"};

  private FieldText() {}

  static Long millis(String text) {
    return DurationText.parse(text).toMillis();
  }

  /** Such as {@code 1h30m}. */
  static String ofMillis(Long millis) {
    if (millis == null) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    long rest = millis;
    for (int i = 0; i < UNITS.length; i++) {
      if (rest >= UNIT_MILLIS[i]) {
        text.append(rest / UNIT_MILLIS[i]).append(UNITS[i]);
        rest %= UNIT_MILLIS[i];
      }
    }
    return text.isEmpty() ? "0s" : text.toString();
  }

  static Double weekly(String text) {
    return WeeklyRate.parse(text).perWeek();
  }

  /** Such as {@code 3/week}. */
  static String ofWeekly(Double perWeek) {
    return perWeek == null ? null : ofNumber(perWeek) + "/week";
  }

  static Double number(String text) {
    try {
      return Double.valueOf(new BigDecimal(text.strip()).doubleValue());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a number, not '" + text + "'", e);
    }
  }

  static String ofNumber(Double number) {
    return number == null
        ? null
        : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  static Boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false, not '" + text + "'");
    };
  }

  /** An enum of the contracts; never UNKNOWN, which says nothing. */
  static <E extends Enum<E>> E symbol(Class<E> type, String text) {
    List<E> all =
        Arrays.stream(type.getEnumConstants()).filter(e -> !e.name().equals("UNKNOWN")).toList();
    List<String> names = all.stream().map(FieldText::ofSymbol).toList();
    int at = names.indexOf(text.toLowerCase(Locale.ROOT).replace('_', '-'));
    if (at < 0) {
      throw new IllegalArgumentException(
          "must be one of %s%s"
              .formatted(
                  String.join(", ", names),
                  ", not '"
                      + text
                      + "'"
                      + Nearest.guess(text, names)
                          .map(near -> ", did you mean '" + near + "'?")
                          .orElse("")));
    }
    return all.get(at);
  }

  static String ofSymbol(Enum<?> value) {
    return value == null || value.name().equals("UNKNOWN")
        ? null
        : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
