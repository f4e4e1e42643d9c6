package io.peerwatch.cli.feedback;

import io.peerwatch.cli.operate.DryRunOption;
import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.operate.WhoOption;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.avro.FeedbackKind;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code peerwatch feedback remove}. */
@Command(
    name = "remove",
    header = "Take back what was said of an alert.",
    description = {
      "The topic keeps everything that was said, so nothing is deleted: undone is said of the alert,"
          + " which takes back all that was said of it before.",
    },
    footer = {"Example:", "  peerwatch feedback remove a1b2c3d4e5f60718"})
final class FeedbackRemoveCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ALERT-ID", description = "As feedback list shows it.")
  private String alertId;

  @Mixin private WhoOption who;
  @Mixin private DryRunOption dry;

  @Mixin private final ConnectionOptions connection;

  FeedbackRemoveCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = new Connecting(session).toBoth(connection, Access.FEEDBACK);
    var said = new SaidOfAlert(session, new Operating<>(session, settings, Operated.FEEDBACK));
    var soFar = said.soFar(alertId);
    if (soFar.isEmpty()) {
      throw new CommandFailedException(
          "nothing was said of alert %s: see peerwatch feedback list".formatted(alertId));
    }
    var undone =
        Feedback.newBuilder(soFar.get(soFar.size() - 1))
            .setKind(FeedbackKind.UNDONE)
            .setWho(who.who())
            .setAt(Instant.ofEpochMilli(System.currentTimeMillis()))
            .setComment("")
            .build();
    said.say(undone, soFar, dry.dryRun());
    return 0;
  }
}
