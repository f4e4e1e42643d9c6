package io.peerwatch.cli.feedback;

import io.peerwatch.cli.run.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code peerwatch feedback}. */
@Command(
    name = "feedback",
    header = "Say of alerts whether they were right.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"Example:", "  peerwatch feedback add a1b2c3d4e5f60718 --kind false-alarm"})
public final class FeedbackCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** With its subcommands. */
  public static CommandLine tree(Session session) {
    return new CommandLine(new FeedbackCommand())
        .addSubcommand(new FeedbackAddCommand(session))
        .addSubcommand(new FeedbackListCommand(session))
        .addSubcommand(new FeedbackRemoveCommand(session))
        .addSubcommand(new FeedbackImportCommand(session))
        .addSubcommand(new FeedbackExportCommand(session))
        .addSubcommand(new FeedbackLedgerCommand(session))
        .addSubcommand(new FeedbackTaughtCommand(session));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which command: add, list, remove, import, export, ledger or taught?");
  }
}
