package io.peerwatch.cli.feedback;

import io.peerwatch.cli.operate.DryRunOption;
import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.operate.WhoOption;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.consumers.table.TopicTable;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.avro.FeedbackKind;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.topics.Topics;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peerwatch feedback add}. */
@Command(
    name = "add",
    header = "Say of an alert whether it was right.",
    description = {
      "acknowledged: seen, and a real finding. false-alarm: nothing was wrong. expected-change: right,"
          + " but meant to be so from now on. undone: takes back what was said of it before.",
    },
    footer = {
      "Example:",
      "  peerwatch feedback add a1b2c3d4e5f60718 --kind false-alarm --comment 'nightly backup'",
    })
final class FeedbackAddCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ALERT-ID", description = "As notify shows it at the end of a line.")
  private String alertId;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      required = true,
      description = "acknowledged, false-alarm, expected-change or undone.")
  private FeedbackKind kind;

  @Option(names = "--comment", paramLabel = "TEXT", defaultValue = "", description = "Free text.")
  private String comment;

  @Mixin private WhoOption who;
  @Mixin private DryRunOption dry;

  @Mixin private final ConnectionOptions connection;

  FeedbackAddCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = new Connecting(session).toBoth(connection, Access.FEEDBACK);
    var alert = new AtomicReference<HostAlert>();
    TopicTable.read(
        settings,
        Topics.HOST_ALERTS,
        session.terminal()::note,
        (key, value) -> {
          if (value != null && value.getAlertId().equals(alertId)) {
            alert.set(value);
          }
        });
    if (alert.get() == null) {
      throw new CommandFailedException(
          "no alert %s on %s, which keeps 30 days: see peerwatch notify --to console --from-beginning --until-end"
              .formatted(alertId, settings.topic(Topics.HOST_ALERTS)));
    }
    var said = new SaidOfAlert(session, new Operating<>(session, settings, Operated.FEEDBACK));
    said.say(feedback(alert.get()), said.soFar(alertId), dry.dryRun());
    return 0;
  }

  private Feedback feedback(HostAlert alert) {
    return Feedback.newBuilder()
        .setAlertId(alertId)
        .setGroup(alert.getGroup())
        .setHost(alert.getHost())
        .setKind(kind)
        .setWho(who.who())
        .setAt(Instant.ofEpochMilli(System.currentTimeMillis()))
        .setComment(comment)
        .build();
  }
}
