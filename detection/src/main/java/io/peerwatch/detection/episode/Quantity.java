package io.peerwatch.detection.episode;

import java.util.Locale;

/**
 * Writes a measured value the way a person says it: {@code 97 %}, {@code 310 MiB/s}, {@code 9.1}.
 */
final class Quantity {

  private static final String[] BYTE_PREFIXES = {"", "Ki", "Mi", "Gi", "Ti", "Pi"};
  private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P"};

  private Quantity() {}

  static String of(double value, String unit) {
    return switch (unit) {
      case "1" -> percent(value) + " %";
      case "By", "By/s" -> scaled(value, 1024, BYTE_PREFIXES) + unit.replace("By", "B");
      case "s" -> Math.abs(value) < 1 ? plain(1_000 * value) + " ms" : plain(value) + " s";
      default -> unit.endsWith("/s") ? scaled(value, 1000, PREFIXES).strip() + "/s" : plain(value);
    };
  }

  static String range(double low, double high, String unit) {
    if ("1".equals(unit)) {
      return percent(low) + "–" + percent(high) + " %";
    }
    return of(low, unit) + "–" + of(high, unit);
  }

  /** The name without what every metric shares. */
  static String shortName(String metric) {
    String name = metric.startsWith("system.") ? metric.substring("system.".length()) : metric;
    return switch (name) {
      case "cpu.utilization" -> "cpu";
      case "memory.utilization" -> "memory";
      case "cpu.load_average.1m" -> "load";
      case "cpu.load_average.5m" -> "load (5 min)";
      case "cpu.load_average.15m" -> "load (15 min)";
      case "http.server.request.rate" -> "requests";
      case "http.server.request.duration" -> "request time";
      default -> name.replace('_', ' ');
    };
  }

  /** About three digits, without a unit. */
  static String plain(double value) {
    double size = Math.abs(value);
    if (size >= 100_000) {
      return scaled(value, 1000, PREFIXES).strip();
    }
    int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 0.095 ? 2 : 4;
    return trimmed(String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  private static String percent(double ratio) {
    double percent = 100 * ratio;
    int decimals = Math.abs(percent) >= 9.95 ? 0 : 1;
    return trimmed(String.format(Locale.ROOT, "%." + decimals + "f", percent));
  }

  private static String scaled(double value, double base, String[] prefixes) {
    double left = value;
    int prefix = 0;
    while (Math.abs(left) >= base && prefix < prefixes.length - 1) {
      left /= base;
      prefix++;
    }
    return plain(left) + " " + prefixes[prefix];
  }

  private static String trimmed(String number) {
    String text =
        number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
    return "-0".equals(text) ? "0" : text;
  }
}
