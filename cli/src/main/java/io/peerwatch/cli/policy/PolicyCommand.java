package io.peerwatch.cli.policy;

import io.peerwatch.cli.run.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code peerwatch policy}. */
@Command(
    name = "policy",
    header = "Say how groups are judged and measured, while the application runs.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"Example:", "  peerwatch policy apply policies.yaml --dry-run"})
public final class PolicyCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** With its subcommands. */
  public static CommandLine tree(Session session) {
    return new CommandLine(new PolicyCommand())
        .addSubcommand(new PolicyApplyCommand(session))
        .addSubcommand(new PolicyDiffCommand(session))
        .addSubcommand(new PolicyExportCommand(session))
        .addSubcommand(new PolicyShowCommand(session))
        .addSubcommand(new PolicyHistoryCommand(session))
        .addSubcommand(new PolicyRemoveCommand(session));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which command: apply, diff, export, show, history or remove?");
  }
}
