package io.peerwatch.cli.feedback;

import io.peerwatch.schemas.avro.BudgetLedger;
import io.peerwatch.schemas.avro.LedgerWeek;
import io.peerwatch.streams.score.PoissonInterval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** One week of a group's ledger, or several together, as a row. */
record LedgerRow(
    String week, double promised, int raised, int confirmed, int falseAlarms, String threshold) {

  static LedgerRow of(BudgetLedger week) {
    return new LedgerRow(
        day(week.getWeekStart()),
        week.getPromised(),
        week.getRaised(),
        week.getConfirmed(),
        week.getFalseAlarms(),
        threshold(week));
  }

  static LedgerRow of(LedgerWeek week) {
    return new LedgerRow(
        day(week.getWeekStart()),
        week.getPromised(),
        week.getRaised(),
        week.getConfirmed(),
        week.getFalseAlarms(),
        "");
  }

  /** Both together, under the word {@code all}. */
  LedgerRow plus(LedgerRow other) {
    return new LedgerRow(
        "all",
        promised + other.promised,
        raised + other.raised,
        confirmed + other.confirmed,
        falseAlarms + other.falseAlarms,
        "");
  }

  String[] cells(String group) {
    int realised = raised - confirmed;
    PoissonInterval interval = PoissonInterval.of(Math.max(0, realised));
    return new String[] {
      group,
      week,
      figure(promised),
      String.valueOf(raised),
      String.valueOf(confirmed),
      String.valueOf(falseAlarms),
      String.valueOf(realised - falseAlarms),
      "%d (%s to %s)".formatted(realised, figure(interval.low()), figure(interval.high())),
      threshold
    };
  }

  private static String threshold(BudgetLedger week) {
    return switch (week.getThresholdState()) {
      case CALIBRATED, SHORT_HISTORY ->
          "%s on %s weeks"
              .formatted(figure(week.getThreshold()), figure(week.getCalibratedWeeks()));
      case WARMING -> "warming";
      case UNKNOWN -> "";
    };
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String day(Instant start) {
    return LocalDate.ofInstant(start, ZoneOffset.UTC).toString();
  }
}
