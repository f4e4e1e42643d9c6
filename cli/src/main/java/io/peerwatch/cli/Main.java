package io.peerwatch.cli;

import io.peerwatch.cli.log.Logging;
import io.peerwatch.cli.option.OptionSources;
import io.peerwatch.cli.option.PassThrough;
import io.peerwatch.cli.option.UsageException;
import io.peerwatch.cli.run.Failures;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.run.Stop;
import io.peerwatch.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The peerwatch command. Exit codes: 0 done, 1 failed, 2 wrong usage. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
    Map<String, String> environment = System.getenv();
    Stop stop = new Stop();
    stop.onShutdown();
    Terminal terminal = Terminal.ofProcess(out, err, environment);
    Logging.into(terminal::note);
    int code = run(List.of(arguments), environment, terminal, stop);
    out.flush();
    err.flush();
    stop.finish(code);
  }

  /** Runs one command line in this process; the exit code. */
  public static int run(
      List<String> arguments, Map<String, String> environment, Terminal terminal, Stop stop) {
    Failures failures = new Failures(terminal, arguments.contains("--debug"));
    try {
      OptionSources sources = OptionSources.of(arguments, environment);
      CommandLine commands = Commands.tree(new Session(terminal, stop, sources));
      sources.requireKnownKeys(Commands.optionNames(commands));
      Help.Ansi ansi = terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF;
      return commands
          .setColorScheme(Help.defaultColorScheme(ansi))
          .setOut(terminal.outWriter())
          .setErr(terminal.errWriter())
          .setParameterExceptionHandler(failures)
          .setExecutionExceptionHandler(failures)
          .execute(PassThrough.rewrite(arguments).toArray(String[]::new));
    } catch (UsageException e) {
      return failures.usage("peerwatch", e);
    }
  }
}
