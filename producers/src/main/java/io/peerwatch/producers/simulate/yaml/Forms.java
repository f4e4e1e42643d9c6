package io.peerwatch.producers.simulate.yaml;

import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.schemas.topics.Names;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The ways in which single values of a scenario are written. */
final class Forms {
  private static final String DURATION_PATTERN = "\\d{1,12}\\s*(ms|s|m|h|d)";
  private static final String SIZE_PATTERN = "\\d{1,12}\\s*(B|KiB|MiB|GiB|TiB)?";

  static final Form<String> TEXT = new Form<>("text", Map.of("type", "string"), text -> text, "");
  static final Form<String> NAME =
      new Form<>("name", Map.of("type", "string", "maxLength", 200), Forms::name, "");
  static final Form<String> HOST_NAME =
      new Form<>("name with {n}", pattern(".*\\{n\\}.*"), Forms::hostName, GroupSpec.NUMBER);
  static final Form<Boolean> YES_OR_NO =
      new Form<>("true or false", Map.of("type", "boolean"), Forms::yesOrNo, false);
  static final Form<Long> SEED =
      new Form<>("whole number", Map.of("type", "integer"), Forms::seed, 0L);
  static final Form<ZoneId> ZONE =
      new Form<>(
          "zone such as Europe/Berlin", Map.of("type", "string"), Forms::zone, ZoneOffset.UTC);
  static final Form<Long> DURATION =
      new Form<>("duration", pattern(DURATION_PATTERN), Quantities::millis, 1L);
  static final Form<Long> DURATION_ABOVE_0 =
      new Form<>("duration above 0", pattern(DURATION_PATTERN), Forms::aboveZero, 1L);
  static final Form<Long> SIGNED_DURATION =
      new Form<>("duration, maybe below 0", pattern("-?" + DURATION_PATTERN), Forms::signed, 1L);
  static final Form<Start> START =
      new Form<>("time", pattern("[+-]?" + DURATION_PATTERN), Start::of, new Start(false, 0));
  static final Form<Long> SIZE =
      new Form<>("size", pattern(SIZE_PATTERN), Quantities::bytes, 1L << 30);
  static final Form<Long> MEMORY =
      new Form<>("size of at least 256MiB", pattern(SIZE_PATTERN), Forms::memory, 1L << 30);

  private Forms() {}

  /** A number within [min, max]. */
  static Form<Double> number(double min, double max) {
    return new Form<>(
        "number " + plain(min) + ".." + plain(max),
        Map.of("type", "number", "minimum", min, "maximum", max),
        text -> number(text, min, max),
        min);
  }

  /** A whole number within [min, max]. */
  static Form<Integer> whole(int min, int max) {
    return new Form<>(
        "whole number " + min + ".." + max,
        Map.of("type", "integer", "minimum", min, "maximum", max),
        text -> whole(text, min, max),
        min);
  }

  /** One of an enum's values, by the names that {@code label} gives them. */
  static <E extends Enum<E>> Form<E> oneOf(Class<E> type, Function<E, String> label) {
    List<E> values = Arrays.asList(type.getEnumConstants());
    List<String> labels = values.stream().map(label).toList();
    return new Form<>(
        "one of " + String.join(", ", labels),
        Map.of("enum", labels),
        text -> {
          int at = labels.indexOf(text);
          if (at < 0) {
            throw new IllegalArgumentException(
                "must be one of " + String.join(", ", labels) + Nearest.notBut(text, labels));
          }
          return values.get(at);
        },
        values.get(0));
  }

  static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The number without what a whole one doesn't need. */
  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static Map<String, Object> pattern(String pattern) {
    return Map.of("type", List.of("string", "number"), "pattern", "^" + pattern + "$");
  }

  private static double number(String text, double min, double max) {
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "must be a number from " + plain(min) + " to " + plain(max) + ", not '" + text + "'");
    }
    if (!(number >= min && number <= max)) {
      throw new IllegalArgumentException(
          "must lie within " + plain(min) + " and " + plain(max) + ", not " + text);
    }
    return number;
  }

  private static int whole(String text, int min, int max) {
    double number = number(text, min, max);
    if (number != Math.rint(number)) {
      throw new IllegalArgumentException("must be a whole number, not '" + text + "'");
    }
    return (int) number;
  }

  private static long aboveZero(String text) {
    long millis = Quantities.millis(text);
    if (millis == 0) {
      throw new IllegalArgumentException("must be above 0");
    }
    return millis;
  }

  private static long signed(String text) {
    return text.startsWith("-") ? -Quantities.millis(text.substring(1)) : Quantities.millis(text);
  }

  private static long memory(String text) {
    long bytes = Quantities.bytes(text);
    if (bytes < 256L << 20) {
      throw new IllegalArgumentException("must be at least 256MiB, not '" + text + "'");
    }
    return bytes;
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a whole number, not '" + text + "'");
    }
  }

  private static boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false, not '" + text + "'");
    };
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "must be a time zone such as UTC or Europe/Berlin, not '" + text + "'");
    }
  }

  static String name(String text) {
    if (!Names.isName(text)) {
      throw new IllegalArgumentException(
          "must be 1 to 200 of A-Z a-z 0-9 . _ : / -, not '" + text + "'");
    }
    return text;
  }

  private static String hostName(String text) {
    if (!text.contains(GroupSpec.NUMBER)) {
      throw new IllegalArgumentException("must contain {n}, which becomes the host's number");
    }
    name(text.replace(GroupSpec.NUMBER, "000000"));
    return text;
  }

  /** What is usual for each kind but the unknown one, such as "user-facing 0.4, bot 0.12". */
  static <E extends Enum<E>> String byEach(E[] kinds, ToDoubleFunction<E> usual) {
    return Arrays.stream(kinds)
        .filter(kind -> !kind.name().equals("UNKNOWN"))
        .map(kind -> lowerCase(kind) + " " + plain(usual.applyAsDouble(kind)))
        .collect(Collectors.joining(", "));
  }
}
