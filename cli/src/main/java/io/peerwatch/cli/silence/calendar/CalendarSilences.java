package io.peerwatch.cli.silence.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import biweekly.property.Categories;
import biweekly.property.RecurrenceId;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.avro.Silence;
import io.peerwatch.schemas.csv.BadLine;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Silences out of a calendar (iCalendar, RFC 5545): one for each time that an event takes place.
 * What it is about stands in its summary or categories: {@code group=web-* host=web-07}.
 */
public final class CalendarSilences {
  /** Starts the id of every silence that came from a calendar. */
  public static final String ID_PREFIX = "cal-";

  private static final Pattern NAMED =
      Pattern.compile("\\b(group|host)=([A-Za-z0-9._:/*-]+)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> OF_TIME =
      Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID");
  private static final int ID_LENGTH = 16;

  private final Path file;
  private final CalendarSettings settings;
  private final List<Silence> silences = new ArrayList<>();
  private final List<String> cancelled = new ArrayList<>();
  private final List<BadLine> bad = new ArrayList<>();

  private CalendarSilences(Path file, CalendarSettings settings) {
    this.file = file;
    this.settings = settings;
  }

  /** Reads a calendar; what is wrong with it is in {@link #badLines()}. */
  public static CalendarSilences read(Path file, String text, CalendarSettings settings)
      throws IOException {
    CalendarSilences read = new CalendarSilences(file, settings);
    List<Integer> lines = linesOf("BEGIN:VEVENT", text);
    int event = 0;
    boolean any = false;
    try (ICalReader reader = new ICalReader(text)) {
      reader.setDefaultTimezone(TimeZone.getTimeZone(settings.zone()));
      for (ICalendar next = reader.readNext(); next != null; next = reader.readNext()) {
        any = true;
        reader.getWarnings().forEach(read::warn);
        Set<String> moved = moved(next, settings);
        for (VEvent each : next.getEvents()) {
          read.take(next, each, moved, event < lines.size() ? lines.get(event) : 1);
          event++;
        }
      }
    }
    if (!any) {
      read.bad.add(new BadLine(file, 1, "there is no calendar in it: no BEGIN:VCALENDAR"));
    }
    return read;
  }

  public List<Silence> silences() {
    return List.copyOf(silences);
  }

  /** Ids of silences whose events were called off. */
  public List<String> cancelled() {
    return List.copyOf(cancelled);
  }

  public List<BadLine> badLines() {
    return List.copyOf(bad);
  }

  private void warn(ParseWarning warning) {
    boolean malformed = warning.getPropertyName() == null && warning.getLineNumber() != null;
    if (malformed || OF_TIME.contains(String.valueOf(warning.getPropertyName()))) {
      String what =
          malformed
              ? warning.getMessage()
              : warning.getPropertyName() + ": " + warning.getMessage();
      bad.add(
          new BadLine(file, warning.getLineNumber() == null ? 1 : warning.getLineNumber(), what));
    }
  }

  private void take(ICalendar calendar, VEvent event, Set<String> moved, int line) {
    try {
      var occurrences = new Occurrences(calendar, event, settings.zone());
      for (Occurrences.Span span : occurrences.within(settings.from(), settings.to())) {
        RecurrenceId instead = event.getRecurrenceId();
        Instant planned = instead == null ? span.from() : occurrences.startOf(instead.getValue());
        if (instead == null && moved.contains(key(event, planned))) {
          continue;
        }
        add(event, span, key(event, planned));
      }
    } catch (IllegalArgumentException e) {
      bad.add(new BadLine(file, line, e.getMessage()));
    }
  }

  private void add(VEvent event, Occurrences.Span span, String key) {
    String group = named(event, "group").orElse(settings.group());
    if (group == null) {
      throw new IllegalArgumentException(
          "the event '%s' names no group: write group=PATTERN into its summary or categories, or"
                  .formatted(summary(event))
              + " give --group");
    }
    String id = ID_PREFIX + hash(key);
    if (event.getStatus() != null && event.getStatus().isCancelled()) {
      cancelled.add(id);
      return;
    }
    Silence silence =
        Silence.newBuilder()
            .setSilenceId(id)
            .setGroupPattern(group)
            .setHostPattern(named(event, "host").orElse(settings.host()))
            .setFrom(span.from())
            .setTo(span.to())
            .setWho(settings.who())
            .setWhy(summary(event))
            .build();
    Optional<String> problem = Operated.SILENCES.problem().apply(silence);
    if (problem.isPresent()) {
      throw new IllegalArgumentException(problem.get());
    }
    silences.add(silence);
  }

  /** Occurrences of which another event of the calendar tells when they are instead. */
  private static Set<String> moved(ICalendar calendar, CalendarSettings settings) {
    Set<String> moved = new HashSet<>();
    for (VEvent event : calendar.getEvents()) {
      RecurrenceId instead = event.getRecurrenceId();
      if (instead != null && instead.getValue() != null && event.getDateStart() != null) {
        var occurrences = new Occurrences(calendar, event, settings.zone());
        moved.add(key(event, occurrences.startOf(instead.getValue())));
      }
    }
    return moved;
  }

  private static String key(VEvent event, Instant planned) {
    String uid = event.getUid() == null ? summary(event) : event.getUid().getValue();
    return uid + "\n" + planned.toEpochMilli();
  }

  private static String summary(VEvent event) {
    String text = event.getSummary() == null ? null : event.getSummary().getValue();
    return text == null || text.isBlank() ? "maintenance" : text.replaceAll("\\p{Cntrl}+", " ");
  }

  private static Optional<String> named(VEvent event, String what) {
    Stream<String> categories =
        event.getCategories().stream().map(Categories::getValues).flatMap(List::stream);
    String text =
        Stream.concat(Stream.of(summary(event)), categories).collect(Collectors.joining("\n"));
    Matcher found = NAMED.matcher(text);
    while (found.find()) {
      if (found.group(1).equalsIgnoreCase(what)) {
        return Optional.of(found.group(2));
      }
    }
    return Optional.empty();
  }

  private static List<Integer> linesOf(String wanted, String text) {
    List<Integer> numbers = new ArrayList<>();
    int number = 1;
    for (String line : text.lines().toList()) {
      if (line.strip().equalsIgnoreCase(wanted)) {
        numbers.add(number);
      }
      number++;
    }
    return numbers;
  }

  private static String hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
