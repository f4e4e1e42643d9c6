package io.peerwatch.cli.policy;

import io.peerwatch.cli.operate.DryRunOption;
import io.peerwatch.cli.operate.WhoOption;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.schemas.access.Access;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peerwatch policy apply}. */
@Command(
    name = "apply",
    header = "Write the policies of a file, and show what changes.",
    description = {
      "Nothing is written unless all of the file is right, and nothing for what is there already."
          + " Running applications take it over at the next window, without a restart."
    },
    footer = {
      "Examples:",
      "  peerwatch policy apply policies.yaml --dry-run",
      "  peerwatch policy apply policies.yaml --valid-from 2026-12-01T00:00Z",
    })
final class PolicyApplyCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "FILE", description = "YAML, as policy export writes it.")
  private Path file;

  @Option(
      names = "--replace",
      description = "Remove the policies of patterns that the file does not have.")
  private boolean replace;

  @Mixin private ValidFromOption when;
  @Mixin private WhoOption who;
  @Mixin private DryRunOption dry;

  @Mixin private final ConnectionOptions connection;

  PolicyApplyCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var wanted = PolicyFile.read(file, session.terminal());
    Instant validFrom = when.validFrom();
    var settings = new Connecting(session).toBoth(connection, Access.POLICY);
    var topics = new PolicyTopics(session, settings);
    var changes = new PolicyChanges(topics.latest()).ask(wanted);
    var missing = changes.missing(wanted);
    if (replace) {
      missing.forEach(changes::remove);
    } else if (!missing.isEmpty()) {
      session
          .terminal()
          .note(
              "left alone, for the file does not have them: %s (--replace removes them)"
                  .formatted(String.join(", ", missing)));
    }
    changes.lines().forEach(session.terminal()::line);
    if (changes.isEmpty()) {
      session.terminal().note("nothing to change");
    } else if (dry.dryRun()) {
      session.terminal().note("nothing was written: --dry-run");
    } else {
      var versions = changes.versions(validFrom, who.who());
      topics.write(versions);
      session
          .terminal()
          .note(
              "%d written, valid from %s"
                  .formatted(versions.size(), ValidFromOption.text(validFrom)));
    }
    return 0;
  }
}
