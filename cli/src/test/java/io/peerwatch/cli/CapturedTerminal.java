package io.peerwatch.cli;

import io.peerwatch.cli.run.Stop;
import io.peerwatch.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Runs command lines in this process and keeps what they say. */
final class CapturedTerminal {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Terminal terminal =
      new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);

  /** The exit code. */
  int run(String... arguments) {
    return run(Map.of(), arguments);
  }

  int run(Map<String, String> environment, String... arguments) {
    return Main.run(List.of(arguments), environment, terminal, new Stop());
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  List<String> errLines() {
    return err().lines().toList();
  }
}
