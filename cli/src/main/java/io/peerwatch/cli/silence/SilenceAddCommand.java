package io.peerwatch.cli.silence;

import io.peerwatch.cli.operate.DryRunOption;
import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.operate.WhoOption;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.option.RelativeTimeText;
import io.peerwatch.cli.option.UsageException;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.avro.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code peerwatch silence add}. */
@Command(
    name = "add",
    header = "Keep readers quiet about alerts that match, for some time.",
    description = {
      "Readers leave out alert changes of matching groups and hosts whose own time (updatedAt) is in"
          + " [from, to). An alert of a whole group has no host: only --host '*' silences it.",
    },
    footer = {
      "Times are 2026-11-22T12:00:00Z, epoch milliseconds, now, +2h or -30m.",
      "Examples:",
      "  peerwatch silence add --group 'web-*' --host web-07 --for 2h --why 'new disk'",
      "  peerwatch silence add --group db --host '*' --from +1h --to +3h --why upgrade --id db-up",
    })
final class SilenceAddCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--group",
      paramLabel = "PATTERN",
      required = true,
      description = "Which groups; * stands for any text.")
  private String group;

  @Option(
      names = "--host",
      paramLabel = "PATTERN",
      required = true,
      description = "Which hosts, likewise.")
  private String host;

  @Option(names = "--for", paramLabel = "DURATION", description = "For how long from its start on.")
  private Duration lasting;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = RelativeTimeText.class,
      defaultValue = "now",
      description = "Its start. Default: ${DEFAULT-VALUE}")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = RelativeTimeText.class,
      description = "Its end, in place of --for.")
  private Instant to;

  @Option(names = "--why", paramLabel = "TEXT", required = true, description = "The reason.")
  private String why;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Its id; one that is there is replaced. Default: made from what it says")
  private String id;

  @Mixin private WhoOption who;
  @Mixin private DryRunOption dry;

  @Mixin private final ConnectionOptions connection;

  SilenceAddCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    var silence = silence();
    Operated.SILENCES
        .problem()
        .apply(silence)
        .ifPresent(
            problem -> {
              throw new UsageException(problem);
            });
    var settings = new Connecting(session).toBoth(connection, Access.SILENCE);
    var operating = new Operating<>(session, settings, Operated.SILENCES);
    var comparing = SilenceWords.comparing(operating.latest());
    comparing.put(silence);
    operating.write(comparing.changes(), dry.dryRun());
    if (comparing.changes().isEmpty()) {
      session.terminal().line("silence %s: there already".formatted(silence.getSilenceId()));
    }
    return 0;
  }

  private Silence silence() {
    if ((lasting == null) == (to == null)) {
      throw new UsageException("say how long: either --for or --to");
    }
    var silence =
        Silence.newBuilder()
            .setGroupPattern(group)
            .setHostPattern(host)
            .setFrom(from)
            .setTo(to == null ? from.plus(lasting) : to)
            .setWho(who.who())
            .setWhy(why);
    return silence
        .setSilenceId(id == null ? SilenceIds.of(silence.setSilenceId("").build()) : id)
        .build();
  }
}
