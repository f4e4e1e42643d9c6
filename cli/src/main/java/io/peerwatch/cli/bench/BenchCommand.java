package io.peerwatch.cli.bench;

import io.peerwatch.cli.run.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code peerwatch bench}: how fast it is on this machine. */
@Command(
    name = "bench",
    header = "Measure how fast it is on this machine.",
    synopsisSubcommandLabel = "PART",
    footer = {"Example:", "  peerwatch bench judging --json judging.json"})
public final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** With its parts. */
  public static CommandLine tree(Session session) {
    return new CommandLine(new BenchCommand()).addSubcommand(new BenchJudgingCommand(session));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which part: judging?");
  }
}
