package io.peerwatch.cli.silence.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.Silence;
import io.peerwatch.schemas.csv.BadLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalendarSilencesTest {
  private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");
  private final TimeZone machine = TimeZone.getDefault();

  @AfterEach
  void resetZone() {
    TimeZone.setDefault(machine);
  }

  @Test
  void shouldUnfoldWeeksOverTheEndOfSummerTime() throws IOException {
    var read =
        read(
            "BEGIN:VEVENT",
            "UID:weekly",
            "SUMMARY:Upgrades group=web-* host=web-0*",
            "DTSTART;TZID=Europe/Paris:20261020T020000",
            "DTEND;TZID=Europe/Paris:20261020T033000",
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "EXDATE;TZID=Europe/Paris:20261103T020000",
            "END:VEVENT");
    assertThat(read.badLines()).isEmpty();
    assertThat(read.silences())
        .extracting(s -> s.getFrom() + " " + s.getTo())
        .containsExactly(
            "2026-10-20T00:00:00Z 2026-10-20T01:30:00Z",
            "2026-10-27T01:00:00Z 2026-10-27T02:30:00Z");
    Silence first = read.silences().get(0);
    assertThat(first.getGroupPattern()).isEqualTo("web-*");
    assertThat(first.getHostPattern()).isEqualTo("web-0*");
    assertThat(first.getWhy()).isEqualTo("Upgrades group=web-* host=web-0*");
    assertThat(first.getSilenceId()).startsWith("cal-");
  }

  @Test
  void shouldTakeDaysInTheGivenZoneWhateverTheMachinesIs() throws IOException {
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    var read =
        read(
            "BEGIN:VEVENT",
            "UID:day",
            "CATEGORIES:maintenance,group=db",
            "DTSTART;VALUE=DATE:20261024",
            "DTEND;VALUE=DATE:20261026",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:floating",
            "CATEGORIES:group=db",
            "DTSTART:20261030T100000",
            "DURATION:PT2H",
            "END:VEVENT");
    assertThat(read.badLines()).isEmpty();
    assertThat(read.silences())
        .extracting(s -> s.getFrom() + " " + s.getTo())
        .containsExactly(
            "2026-10-23T22:00:00Z 2026-10-25T23:00:00Z",
            "2026-10-30T09:00:00Z 2026-10-30T11:00:00Z");
  }

  @Test
  void shouldMoveAndCallOffSingleOccurrences() throws IOException {
    var read =
        read(
            "BEGIN:VEVENT",
            "UID:w",
            "SUMMARY:group=web",
            "DTSTART:20261005T100000Z",
            "DURATION:PT1H",
            "RRULE:FREQ=DAILY;COUNT=3",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:w",
            "SUMMARY:group=web",
            "RECURRENCE-ID:20261006T100000Z",
            "DTSTART:20261006T150000Z",
            "DURATION:PT1H",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:w",
            "SUMMARY:group=web",
            "RECURRENCE-ID:20261007T100000Z",
            "DTSTART:20261007T100000Z",
            "DURATION:PT1H",
            "STATUS:CANCELLED",
            "END:VEVENT");
    assertThat(read.badLines()).isEmpty();
    assertThat(read.silences())
        .extracting(s -> s.getFrom().toString())
        .containsExactlyInAnyOrder("2026-10-05T10:00:00Z", "2026-10-06T15:00:00Z");
    assertThat(read.cancelled()).hasSize(1);
    assertThat(read.silences()).extracting(Silence::getSilenceId).doesNotHaveDuplicates();
  }

  @Test
  void shouldUnfoldWhatHasNoEndUpToTheHorizon() throws IOException {
    var read =
        read(
            "BEGIN:VEVENT",
            "UID:daily",
            "SUMMARY:group=batch",
            "DTSTART:20200101T010000Z",
            "DURATION:PT1H",
            "RRULE:FREQ=DAILY",
            "END:VEVENT");
    assertThat(read.silences()).hasSize(61);
    assertThat(read.silences()).allMatch(s -> s.getTo().isAfter(FROM) && s.getFrom().isBefore(TO));
  }

  @Test
  void shouldTellWhatIsWrongWithItsLine() throws IOException {
    var read =
        read(
            "BEGIN:VEVENT",
            "SUMMARY:nothing told",
            "DTSTART:20261020T020000Z",
            "DURATION:PT1H",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "SUMMARY:group=web",
            "DTSTART:2026xx",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "SUMMARY:group=web",
            "DTSTART;TZID=Mars/Olympus:20261020T020000",
            "DURATION:PT1H",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "SUMMARY:group=web",
            "DTSTART:20261020T020000Z",
            "END:VEVENT",
            "no colon");
    assertThat(read.badLines())
        .extracting(BadLine::toString)
        .anySatisfy(line -> assertThat(line).contains("m.ics:3: the event 'nothing told' names no"))
        .anySatisfy(line -> assertThat(line).contains("m.ics:10: DTSTART: Could not parse"))
        .anySatisfy(line -> assertThat(line).contains("m.ics:8: the event has no DTSTART"))
        .anySatisfy(line -> assertThat(line).contains("m.ics:12: the time zone of its DTSTART"))
        .anySatisfy(line -> assertThat(line).contains("m.ics:17: the event does not last"))
        .anySatisfy(line -> assertThat(line).contains("m.ics:21: Skipping malformed line"));
    assertThat(parse("hello").badLines()).isNotEmpty();
    assertThat(parse("").badLines())
        .extracting(BadLine::toString)
        .containsExactly("m.ics:1: there is no calendar in it: no BEGIN:VCALENDAR");
  }

  private static CalendarSilences read(String... lines) throws IOException {
    return parse(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
            + String.join("\r\n", List.of(lines))
            + "\r\nEND:VCALENDAR\r\n");
  }

  private static CalendarSilences parse(String text) throws IOException {
    var settings = new CalendarSettings(null, "*", ZoneId.of("Europe/Paris"), FROM, TO, "ann");
    return CalendarSilences.read(Path.of("m.ics"), text, settings);
  }
}
