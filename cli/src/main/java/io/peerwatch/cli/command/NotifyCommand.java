package io.peerwatch.cli.command;

import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.terminal.Terminal;
import io.peerwatch.consumers.feed.TopicFeed;
import io.peerwatch.consumers.notify.AlertFilter;
import io.peerwatch.consumers.notify.ConsoleNotifier;
import io.peerwatch.consumers.silence.SilenceFollower;
import io.peerwatch.consumers.silence.Silences;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Severity;
import io.peerwatch.schemas.avro.Verdict;
import io.peerwatch.schemas.topics.NamePattern;
import io.peerwatch.schemas.topics.Topics;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code peerwatch notify}: alerts, for people or scripts. */
@Command(
    name = "notify",
    header = "Show alerts as they are raised.",
    description = {
      "Follows host-alerts until stopped: one line for each change of an alert, event time in UTC."
          + " Every notifier sees everything; none remembers where it was. A change that a silence covers"
          + " (see peerwatch silence) is left out; new silences count within seconds."
    },
    footer = {
      "Examples:",
      "  peerwatch notify --to console",
      "  peerwatch notify --to console --group 'web-*' --min-severity warning",
      "  peerwatch notify --to console --json --from-beginning --until-end > alerts.jsonl"
    })
public final class NotifyCommand implements Callable<Integer> {
  /** Where alerts can go. */
  enum Destination {
    CONSOLE
  }

  private final Session session;

  @Option(names = "--to", required = true, paramLabel = "console", description = "Where alerts go.")
  private Destination to;

  @Option(names = "--json", description = "One JSON object a line, fields by their Avro names.")
  private boolean json;

  @Option(
      names = "--group",
      paramLabel = "PATTERN",
      description = "Only these groups; * stands for any text. May be given several times.")
  private List<NamePattern> groups = List.of();

  @Option(names = "--host", paramLabel = "PATTERN", description = "Only these hosts, likewise.")
  private List<NamePattern> hosts = List.of();

  @Option(
      names = "--verdict",
      paramLabel = "VERDICT",
      description = "Only these verdicts: LONE_HOST, SILENT_HOST, GROUP_SHIFT, …; likewise.")
  private Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only these changes: OPENED, UPDATED, RESOLVED; likewise.")
  private Set<AlertState> states = EnumSet.noneOf(AlertState.class);

  @Option(
      names = "--min-severity",
      paramLabel = "LEVEL",
      defaultValue = "UNKNOWN",
      description = "Only INFO, WARNING or CRITICAL and worse. Default: all")
  private Severity severityMin;

  @Option(
      names = "--from-beginning",
      description = "Start with the oldest alert that is kept. Default: only new ones")
  private boolean fromBeginning;

  @Option(
      names = "--until-end",
      description = "End when everything that was there at the start is shown.")
  private boolean untilEnd;

  @Option(
      names = "--show-silenced",
      description = "Show what a silence covers too, marked. Default: leave it out")
  private boolean showSilenced;

  @Mixin private final ConnectionOptions connection;

  public NotifyCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    var reached = new Connecting(session).toBoth(connection, Access.NOTIFY);
    session.stop().listen();
    try (var silenced = SilenceFollower.start(reached, session.terminal()::note);
        var feed = new TopicFeed<>(reached, Topics.HOST_ALERTS, session.terminal()::note)) {
      session.stop().whenRequested(feed::stop);
      feed.start(fromBeginning);
      if (untilEnd) {
        feed.runToEnd(notifier(feed, silenced.silences()));
      } else {
        session.terminal().note("notify: waiting for alerts; stop with Ctrl-C");
        feed.run(notifier(feed, silenced.silences()));
      }
    }
    return 0;
  }

  private ConsoleNotifier notifier(TopicFeed<HostAlert> feed, Silences silences) {
    var filter = new AlertFilter(groups, hosts, verdicts, states, severityMin);
    Terminal terminal = session.terminal();
    var notifier =
        json
            ? ConsoleNotifier.json(filter, line -> print(line, feed))
            : ConsoleNotifier.readable(filter, terminal.colour(), line -> print(line, feed));
    return showSilenced ? notifier.marking(silences) : notifier.honouring(silences);
  }

  private void print(String line, TopicFeed<HostAlert> feed) {
    session.terminal().line(line);
    if (session.terminal().outClosed()) {
      feed.stop();
    }
  }
}
