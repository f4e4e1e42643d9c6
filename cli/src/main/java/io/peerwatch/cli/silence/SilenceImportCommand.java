package io.peerwatch.cli.silence;

import io.peerwatch.cli.operate.DryRunOption;
import io.peerwatch.cli.operate.ImportFile;
import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.access.Access;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peerwatch silence import}. */
@Command(
    name = "import",
    header = "Write the silences of a file: one JSON object a line, or a calendar (iCalendar).",
    description = {
      "Nothing is written unless every line is right, or --skip-bad is given. What is there already"
          + " is left alone.",
      "A calendar becomes a silence for each time that an event takes place up to the horizon."
          + " Which groups and hosts stands in its summary or categories: group=web-* host=web-07."
          + " Import it again, by a timer, to follow it: events that moved are changed, those"
          + " called off end, and silences of calendars that ended over 30 days ago go.",
    },
    footer = {
      "Examples:",
      "  peerwatch silence import silences.jsonl --dry-run",
      "  peerwatch silence import maintenance.ics --group 'db-*' --zone Europe/Paris",
    })
final class SilenceImportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "FILE",
      description = "As silence export writes it, or a calendar: its name ends with .ics.")
  private Path file;

  @Option(names = "--skip-bad", description = "Leave out lines that are wrong.")
  private boolean skipBad;

  @Mixin private CalendarOptions calendar;

  @Mixin private DryRunOption dry;

  @Mixin private final ConnectionOptions connection;

  SilenceImportCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    boolean isCalendar = CalendarOptions.isCalendar(file);
    if (!isCalendar) {
      calendar.requireNone();
    }
    var read = isCalendar ? calendar.read(file, skipBad, session.terminal()) : null;
    var silences =
        isCalendar
            ? read.silences()
            : ImportFile.ofKeys(file, Operated.SILENCES, line -> Optional.empty())
                .values(skipBad, session.terminal());
    var settings = new Connecting(session).toBoth(connection, Access.SILENCE);
    var operating = new Operating<>(session, settings, Operated.SILENCES);
    var there = operating.latest();
    var comparing = SilenceWords.comparing(there);
    silences.forEach(comparing::put);
    if (isCalendar) {
      calendar.over(read, there).forEach(comparing::remove);
    }
    operating.write(comparing.changes(), dry.dryRun());
    session.terminal().note(comparing.summary());
    return 0;
  }
}
