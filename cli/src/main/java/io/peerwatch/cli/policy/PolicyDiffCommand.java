package io.peerwatch.cli.policy;

import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code peerwatch policy diff}. */
@Command(
    name = "diff",
    header = "Show what a file says otherwise than what is there.",
    description = {"What only the topic has is shown as not in the file: apply leaves it alone."},
    footer = {"Example:", "  peerwatch policy diff policies.yaml"})
final class PolicyDiffCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "FILE", description = "YAML, as policy export writes it.")
  private Path file;

  @Mixin private final ConnectionOptions connection;

  PolicyDiffCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var wanted = PolicyFile.read(file, session.terminal());
    var settings = new Connecting(session).toBoth(connection);
    var changes = new PolicyChanges(new PolicyTopics(session, settings).latest()).ask(wanted);
    changes.lines().forEach(session.terminal()::line);
    var missing = changes.missing(wanted);
    missing.forEach(pattern -> session.terminal().line(pattern + ": not in the file"));
    if (changes.isEmpty() && missing.isEmpty()) {
      session.terminal().note("no difference");
    }
    return 0;
  }
}
