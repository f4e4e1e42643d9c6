package io.peerwatch.cli.evaluate;

import io.peerwatch.proof.evaluate.Proportion;
import io.peerwatch.proof.evaluate.Tally;
import io.peerwatch.proof.evaluate.lab.InjectionKind;
import io.peerwatch.streams.score.PoissonInterval;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cells of the evaluation's tables; what can't be told is a dash. */
final class Cells {
  private static final int KIND_WIDTH = 4;

  private Cells() {}

  static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** A share such as {@code .83}. */
  static String share(Proportion share) {
    return share.of() == 0 ? "-" : share(share.value());
  }

  /** 0..1 in three columns. */
  static String share(double value) {
    String digits = line("%.2f", value);
    return digits.startsWith("1") ? "1.0" : digits.substring(1);
  }

  /** A share with its interval, such as {@code .83 (.76-.88)}. */
  static String sure(Proportion share) {
    return share.of() == 0
        ? "-"
        : line("%s (%s-%s)", share(share), share(share.low()), share(share.high()));
  }

  /** Realised false alarms a group and week, such as {@code 2.9 (2.1-4.0)}. */
  static String realised(Tally tally) {
    PoissonInterval interval = tally.falseAlarmsPerWeekInterval();
    return line("%.1f (%.1f-%.1f)", tally.falseAlarmsPerWeek(), interval.low(), interval.high());
  }

  static String minutes(double minutes) {
    return Double.isNaN(minutes) ? "-" : line("%.0fm", minutes);
  }

  /** A budget such as {@code 3} or {@code 0.5}. */
  static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The heads of the columns of {@link #byKind}. */
  static String kinds(int width) {
    return InjectionKind.ANYWHERE.stream()
        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .map(kind -> line("%" + width + "s", kind.substring(0, Math.min(width, kind.length()))))
        .collect(Collectors.joining(" "));
  }

  static String byKind(int width, Function<String, String> cell) {
    return InjectionKind.ANYWHERE.stream()
        .map(kind -> line("%" + width + "s", cell.apply(kind.name())))
        .collect(Collectors.joining(" "));
  }

  /** Shares found by kind. */
  static String foundByKind(Tally tally) {
    return byKind(KIND_WIDTH, kind -> share(tally.found(kind)));
  }

  static String kinds() {
    return kinds(KIND_WIDTH);
  }
}
