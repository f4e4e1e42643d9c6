package io.peerwatch.cli.silence.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateStart;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;

/**
 * When an event of a calendar takes place. A recurring event is unfolded as RFC 5545 says, in its
 * own time zone; days without a time are days of the given zone.
 */
final class Occurrences {
  private static final int MAX = 5_000;

  /** From when to when, half-open. */
  record Span(Instant from, Instant to) {}

  private final ICalendar calendar;
  private final VEvent event;
  private final ZoneId zone;
  private final ICalDate start;

  /**
   * @throws IllegalArgumentException when the event has no time, with one line
   */
  Occurrences(ICalendar calendar, VEvent event, ZoneId zone) {
    this.calendar = calendar;
    this.event = event;
    this.zone = zone;
    DateStart told = event.getDateStart();
    if (told == null || told.getValue() == null) {
      throw new IllegalArgumentException("the event has no DTSTART");
    }
    this.start = told.getValue();
  }

  /** Those that have not ended at {@code from} and start before {@code to}. */
  List<Span> within(Instant from, Instant to) {
    List<Span> spans = new ArrayList<>();
    DateIterator dates = event.getDateIterator(iterationZone());
    while (dates.hasNext()) {
      Span span = span(dates.next());
      if (!span.from.isBefore(to)) {
        break;
      }
      if (span.to.isAfter(from)) {
        spans.add(span);
      }
      if (spans.size() > MAX) {
        throw new IllegalArgumentException(
            "the event takes place over %d times: shorten the --horizon".formatted(MAX));
      }
    }
    return spans;
  }

  /** When the event, or the one that it stands for, starts by its rule. */
  Instant startOf(ICalDate date) {
    return date.hasTime() ? date.toInstant() : day(date).atStartOfDay(zone).toInstant();
  }

  private Span span(Date date) {
    if (start.hasTime()) {
      Instant from = date.toInstant();
      return new Span(from, from.plusMillis(lengthMillis()));
    }
    LocalDate day = day(date);
    return new Span(
        day.atStartOfDay(zone).toInstant(), day.plusDays(days()).atStartOfDay(zone).toInstant());
  }

  private long lengthMillis() {
    long millis = 0;
    if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
      millis = event.getDateEnd().getValue().getTime() - start.getTime();
    } else if (event.getDuration() != null) {
      Duration duration = event.getDuration().getValue();
      millis = duration == null ? 0 : duration.toMillis();
    }
    if (millis <= 0) {
      throw new IllegalArgumentException("the event does not last: give it a DTEND or a DURATION");
    }
    return millis;
  }

  private long days() {
    if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
      return Math.max(1, ChronoUnit.DAYS.between(day(start), day(event.getDateEnd().getValue())));
    }
    Duration duration = event.getDuration() == null ? null : event.getDuration().getValue();
    return duration == null
        ? 1
        : Math.max(1, java.time.Duration.ofMillis(duration.toMillis()).toDays());
  }

  /** Days without a time are read as days of this machine's zone. */
  private static LocalDate day(Date date) {
    return date.toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
  }

  private TimeZone iterationZone() {
    if (!start.hasTime()) {
      return TimeZone.getDefault();
    }
    if (calendar.getTimezoneInfo().isFloating(event.getDateStart())) {
      return TimeZone.getTimeZone(zone);
    }
    TimezoneAssignment assigned = calendar.getTimezoneInfo().getTimezone(event.getDateStart());
    if (assigned != null) {
      return assigned.getTimeZone();
    }
    if (start.getRawComponents() != null && !start.getRawComponents().isUtc()) {
      throw new IllegalArgumentException("the time zone of its DTSTART is not known");
    }
    return TimeZone.getTimeZone("UTC");
  }
}
