package io.peerwatch.cli.silence;

import io.peerwatch.cli.operate.WhoOption;
import io.peerwatch.cli.option.DurationText;
import io.peerwatch.cli.option.UsageException;
import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.silence.calendar.CalendarSettings;
import io.peerwatch.cli.silence.calendar.CalendarSilences;
import io.peerwatch.cli.terminal.Terminal;
import io.peerwatch.schemas.avro.Silence;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a calendar becomes silences. */
final class CalendarOptions {
  private static final Duration HORIZON = Duration.ofDays(90);

  @Option(
      names = "--group",
      paramLabel = "PATTERN",
      description = "Calendars: which groups, where an event names none.")
  private String group;

  @Option(
      names = "--host",
      paramLabel = "PATTERN",
      description = "Calendars: which hosts, where an event names none. Default: *")
  private String host;

  @Option(
      names = "--horizon",
      paramLabel = "DURATION",
      converter = DurationText.class,
      description = "Calendars: how far ahead events are unfolded. Default: 90d")
  private Duration horizon;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Calendars: time zone of times that have none. Default: UTC")
  private ZoneId zone;

  @Mixin private WhoOption who;

  static boolean isCalendar(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".ics");
  }

  /**
   * @throws UsageException if any was given
   */
  void requireNone() {
    if (Stream.of(group, host, horizon, zone).anyMatch(given -> given != null)) {
      throw new UsageException(
          "--group, --host, --horizon and --zone are for calendars: files whose name ends with"
              + " .ics");
    }
  }

  /**
   * Reads a calendar.
   *
   * @throws CommandFailedException if something is wrong with it that is not to be left out
   */
  CalendarSilences read(Path file, boolean skipBad, Terminal terminal) throws IOException {
    CalendarSilences read;
    try {
      read = CalendarSilences.read(file, Files.readString(file), settings());
    } catch (CharacterCodingException e) {
      throw new CommandFailedException(file + " is not text in UTF-8", e);
    }
    read.badLines().forEach(line -> terminal.note(line.toString()));
    if (!read.badLines().isEmpty() && !skipBad) {
      throw new CommandFailedException(
          "%d problems in %s, nothing was written: mend them, or leave them out with --skip-bad"
              .formatted(read.badLines().size(), file));
    }
    return read;
  }

  private CalendarSettings settings() {
    Instant now = now();
    return new CalendarSettings(
        group,
        host == null ? "*" : host,
        zone == null ? ZoneId.of("UTC") : zone,
        now,
        now.plus(horizon == null ? HORIZON : horizon),
        who.who());
  }

  /** Silences that a calendar has called off, and those of calendars that ended long ago. */
  List<Silence> over(CalendarSilences read, Map<String, Silence> there) {
    return there.values().stream()
        .filter(silence -> silence.getSilenceId().startsWith(CalendarSilences.ID_PREFIX))
        .filter(
            silence ->
                SilenceWords.isLongOver(silence)
                    || read.cancelled().contains(silence.getSilenceId()))
        .toList();
  }

  private static Instant now() {
    return Instant.ofEpochMilli(InstantSource.system().millis());
  }
}
