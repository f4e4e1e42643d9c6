package io.peerwatch.cli;

import io.peerwatch.cli.command.PeerwatchCommand;
import io.peerwatch.cli.option.OptionDefaults;
import io.peerwatch.cli.run.Session;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Table of contents: every command, in the order of the help. */
final class Commands {
  private Commands() {}

  static CommandLine tree(Session session) {
    CommandLine peerwatch = new CommandLine(new PeerwatchCommand());
    peerwatch.setDefaultValueProvider(new OptionDefaults(session.sources()));
    peerwatch.setUsageHelpAutoWidth(true);
    return peerwatch;
  }

  /** The long names of all options of all commands. */
  static Set<String> optionNames(CommandLine command) {
    Set<String> names = new TreeSet<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      names.add(option.longestName());
    }
    command.getSubcommands().values().forEach(sub -> names.addAll(optionNames(sub)));
    return names;
  }
}
