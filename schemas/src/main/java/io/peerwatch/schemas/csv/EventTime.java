package io.peerwatch.schemas.csv;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Reads the timestamps of CSV files: epoch milliseconds, or ISO-8601 with its offset or Z. */
final class EventTime {
  /** Start of the range of believable timestamps, inclusive: the year 2000. */
  static final long MIN_MILLIS = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

  /** End of that range, exclusive: the year 2100. */
  static final long MAX_MILLIS = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  private EventTime() {}

  /** Epoch milliseconds within [2000, 2100). */
  static long millis(String cell) throws MalformedLineException {
    long millis = isWhole(cell) ? Long.parseLong(cell) : isoMillis(cell);
    if (millis < MIN_MILLIS || millis >= MAX_MILLIS) {
      throw new MalformedLineException(
          "timestamp "
              + MalformedLineException.shown(cell)
              + " is outside 2000 to 2100 (epoch milliseconds are expected)");
    }
    return millis;
  }

  /** Up to 18 digits, so that it fits into a long; a sign may precede. */
  private static boolean isWhole(String cell) {
    int from = cell.startsWith("-") ? 1 : 0;
    if (cell.length() == from || cell.length() > from + 18) {
      return false;
    }
    for (int i = from; i < cell.length(); i++) {
      if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static long isoMillis(String cell) throws MalformedLineException {
    try {
      return OffsetDateTime.parse(cell).toInstant().toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new MalformedLineException(
          "timestamp "
              + MalformedLineException.shown(cell)
              + " is neither epoch milliseconds nor ISO-8601 with Z or an offset");
    }
  }
}
