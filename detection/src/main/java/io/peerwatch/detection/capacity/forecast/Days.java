package io.peerwatch.detection.capacity.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Which local day, weekday and hour an hour since the epoch belongs to. */
final class Days {
  private static final long HOUR_SECONDS = 3_600;

  private final ZoneId zone;

  Days(ZoneId zone) {
    this.zone = zone;
  }

  /** The local day of an hour, counted from 1970-01-01. */
  long dayOf(long hour) {
    return local(hour).toLocalDate().toEpochDay();
  }

  /** The local hour of the day, 0..23. */
  int hourOfDay(long hour) {
    return local(hour).getHour();
  }

  private ZonedDateTime local(long hour) {
    return Instant.ofEpochSecond(hour * HOUR_SECONDS).atZone(zone);
  }

  /** The first hour of a local day. */
  long startOf(long day) {
    long seconds = LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond();
    return Math.floorDiv(seconds + HOUR_SECONDS - 1, HOUR_SECONDS);
  }

  /** 0 for Monday to 6 for Sunday. */
  static int weekdayOf(long day) {
    return (int) Math.floorMod(day + 3, 7L); // 1970-01-01 was a Thursday
  }
}
