package io.peerwatch.cli.inventory;

import io.peerwatch.cli.run.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code peerwatch inventory}. */
@Command(
    name = "inventory",
    header = "Say which hosts belong to which group, and what they are.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"Example:", "  peerwatch inventory add web-07 --group web --cores 8 --memory 16GiB"})
public final class InventoryCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** With its subcommands. */
  public static CommandLine tree(Session session) {
    return new CommandLine(new InventoryCommand())
        .addSubcommand(new InventoryAddCommand(session))
        .addSubcommand(new InventoryListCommand(session))
        .addSubcommand(new InventoryRemoveCommand(session))
        .addSubcommand(new InventoryImportCommand(session))
        .addSubcommand(new InventoryExportCommand(session));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which command: add, list, remove, import or export?");
  }
}
