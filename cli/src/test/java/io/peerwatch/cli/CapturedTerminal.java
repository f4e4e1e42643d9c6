package io.peerwatch.cli;

import io.peerwatch.cli.run.Stop;
import io.peerwatch.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Runs command lines in this process and keeps what they say. */
public final class CapturedTerminal {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Terminal terminal =
      new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);

  /** The exit code. */
  public int run(String... arguments) {
    return run(Map.of(), arguments);
  }

  public int run(Map<String, String> environment, String... arguments) {
    return Main.run(List.of(arguments), environment, terminal, new Stop());
  }

  /** The same for a command that runs until it is stopped. */
  public int run(Stop stop, List<String> arguments) {
    return Main.run(arguments, Map.of("PEERWATCH_HEALTH_LISTEN", "127.0.0.1:0"), terminal, stop);
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }

  public List<String> errLines() {
    return err().lines().toList();
  }
}
