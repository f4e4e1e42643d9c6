package io.peerwatch.cli.run;

import io.peerwatch.cli.option.UsageException;
import io.peerwatch.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a failure looks like: one line on standard error that says what to do, exit code 1 for work
 * that failed and 2 for wrong usage. The stack trace is for {@code --debug}.
 */
public final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Terminal terminal;
  private final boolean debug;

  public Failures(Terminal terminal, boolean debug) {
    this.terminal = terminal;
    this.debug = debug;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.note("%s: %s (see %s --help)".formatted(command, usageMessage(e), command));
    trace(e);
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    String name = command.getCommandSpec().qualifiedName();
    if (e instanceof UsageException usage) {
      return usage(name, usage);
    }
    if (e instanceof StoppedException) {
      return ExitCode.OK;
    }
    if (e instanceof ParameterException wrong) {
      return handleParseException(wrong, new String[0]);
    }
    terminal.note(name + ": " + FailureText.of(e));
    trace(e);
    return ExitCode.SOFTWARE;
  }

  /** Wrong usage that was seen before or after parsing. */
  public int usage(String command, UsageException e) {
    terminal.note(
        "%s: %s (see %s --help)".formatted(command, FailureText.oneLine(e.getMessage()), command));
    trace(e);
    return ExitCode.USAGE;
  }

  /** Of an argument that nobody knows only the name is shown: its value may be a password. */
  private static String usageMessage(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> names =
          unmatched.getUnmatched().stream().map(a -> "'" + a.split("=", 2)[0] + "'").toList();
      List<String> alike = unmatched.getSuggestions();
      String hint = alike.isEmpty() ? "" : ", did you mean " + alike.get(0) + "?";
      return "unknown: " + String.join(", ", names) + hint;
    }
    return FailureText.oneLine(e.getMessage());
  }

  private void trace(Exception e) {
    if (debug) {
      StringWriter text = new StringWriter();
      e.printStackTrace(new PrintWriter(text, true));
      terminal.note(text.toString().stripTrailing());
    }
  }
}
