package io.peerwatch.cli.command;

import io.peerwatch.cli.terminal.Terminal;
import io.peerwatch.schemas.csv.BadLine;
import java.util.function.Consumer;

/** Tells of malformed lines as they are met: the first ones each, then that there are more. */
public final class BadLineNotes implements Consumer<BadLine> {
  private static final int TOLD_MAX = 10;

  private final Terminal terminal;
  private int met;

  public BadLineNotes(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void accept(BadLine line) {
    met++;
    if (met <= TOLD_MAX) {
      terminal.note("skipped " + line);
    } else if (met == TOLD_MAX + 1) {
      terminal.note("skipped more malformed lines, counted from here on");
    }
  }
}
