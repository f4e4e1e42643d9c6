package io.peerwatch.cli.policy;

import io.peerwatch.cli.operate.ExportFile;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code peerwatch policy export}. */
@Command(
    name = "export",
    header = "Write the policies as a file that policy apply takes.",
    description = {
      "What was written last for each pattern. It says the same as the files that were applied;"
          + " their comments are lost."
    },
    footer = {"Example:", "  peerwatch policy export policies.yaml"})
final class PolicyExportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: standard output")
  private Path file;

  @Mixin private final ConnectionOptions connection;

  PolicyExportCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var settings = new Connecting(session).toBoth(connection);
    var policies = new PolicyTopics(session, settings).latest().values();
    new ExportFile(session, file).lines(PolicyYaml.lines(policies), policies.size());
    return 0;
  }
}
