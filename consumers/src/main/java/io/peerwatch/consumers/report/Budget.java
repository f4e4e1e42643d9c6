package io.peerwatch.consumers.report;

import io.peerwatch.schemas.avro.BudgetLedger;
import io.peerwatch.schemas.avro.LedgerWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * False alarms promised and realised by one group in one week.
 *
 * @param weekStart a Monday
 * @param promised what the budget allows in the time that was judged
 * @param raised episodes opened
 * @param realised those called false or not judged by anyone: an upper bound
 * @param low lower end of the 95 % interval of realised; null where the week is over and only its
 *     counts are kept
 * @param high its upper end, likewise
 */
public record Budget(
    String group,
    LocalDate weekStart,
    double promised,
    int raised,
    int falseAlarms,
    double realised,
    Double low,
    Double high) {
  private static final Duration WEEK = Duration.ofDays(7);

  /**
   * The week of the record, or the one of those before it that it carries, with that time in it.
   */
  static Optional<Budget> at(BudgetLedger ledger, Instant time) {
    if (holds(ledger.getWeekStart(), time)) {
      return Optional.of(
          new Budget(
              ledger.getGroup(),
              day(ledger.getWeekStart()),
              ledger.getPromised(),
              ledger.getRaised(),
              ledger.getFalseAlarms(),
              ledger.getRealised(),
              ledger.getRealisedLow(),
              ledger.getRealisedHigh()));
    }
    return ledger.getEarlierWeeks().stream()
        .filter(week -> holds(week.getWeekStart(), time))
        .map(week -> of(ledger.getGroup(), week))
        .findFirst();
  }

  private static Budget of(String group, LedgerWeek week) {
    return new Budget(
        group,
        day(week.getWeekStart()),
        week.getPromised(),
        week.getRaised(),
        week.getFalseAlarms(),
        week.getRaised() - week.getConfirmed(),
        null,
        null);
  }

  private static boolean holds(Instant weekStart, Instant time) {
    return !time.isBefore(weekStart) && time.isBefore(weekStart.plus(WEEK));
  }

  private static LocalDate day(Instant start) {
    return LocalDate.ofInstant(start, ZoneOffset.UTC);
  }

  /** Whether so many are more than chance makes of what was promised. */
  boolean isBroken() {
    return low != null && low > promised;
  }
}
