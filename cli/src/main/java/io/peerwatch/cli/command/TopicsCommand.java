package io.peerwatch.cli.command;

import io.peerwatch.cli.run.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code peerwatch topics}: the topics and their schemas. */
@Command(
    name = "topics",
    header = "Make, check, list or describe the topics and their schemas; print the rights.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"Example:", "  peerwatch topics apply --partitions 24 --replication 3"})
public final class TopicsCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** With its subcommands. */
  public static CommandLine tree(Session session) {
    return new CommandLine(new TopicsCommand())
        .addSubcommand(new TopicsApplyCommand(session))
        .addSubcommand(new TopicsCheckCommand(session))
        .addSubcommand(new TopicsListCommand(session))
        .addSubcommand(new TopicsReferenceCommand(session))
        .addSubcommand(new TopicsAclsCommand(session));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which command: apply, check, list, reference or acls?");
  }
}
