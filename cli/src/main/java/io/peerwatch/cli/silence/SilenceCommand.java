package io.peerwatch.cli.silence;

import io.peerwatch.cli.run.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code peerwatch silence}. */
@Command(
    name = "silence",
    header = "Keep readers quiet about some alerts for some time.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "Example:",
      "  peerwatch silence add --group 'web-*' --host web-07 --for 2h --why 'new disk'"
    })
public final class SilenceCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** With its subcommands. */
  public static CommandLine tree(Session session) {
    return new CommandLine(new SilenceCommand())
        .addSubcommand(new SilenceAddCommand(session))
        .addSubcommand(new SilenceListCommand(session))
        .addSubcommand(new SilenceRemoveCommand(session))
        .addSubcommand(new SilenceImportCommand(session))
        .addSubcommand(new SilenceExportCommand(session));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which command: add, list, remove, import or export?");
  }
}
