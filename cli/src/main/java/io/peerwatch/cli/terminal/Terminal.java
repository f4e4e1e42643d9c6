package io.peerwatch.cli.terminal;

import java.io.PrintWriter;
import java.util.Map;

/**
 * Where a command's words go: results to standard output, notes and progress to standard error.
 * Lines and the progress bar come from several threads and never mix.
 */
public final class Terminal {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean colour;
  private final boolean bar;
  private ProgressBar shown;

  /**
   * @param colour whether results may carry colours
   * @param bar whether progress may be drawn in place; else it is written as lines
   */
  public Terminal(PrintWriter out, PrintWriter err, boolean colour, boolean bar) {
    this.out = out;
    this.err = err;
    this.colour = colour;
    this.bar = bar;
  }

  /**
   * This process's terminal. The launcher says what is one ({@code -Dpeerwatch.terminal.out},
   * {@code …err}), for the JVM can't tell; NO_COLOR and TERM=dumb are honoured.
   */
  public static Terminal ofProcess(
      PrintWriter out, PrintWriter err, Map<String, String> environment) {
    boolean dumb = "dumb".equals(environment.get("TERM"));
    boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(
        out,
        err,
        Boolean.getBoolean("peerwatch.terminal.out") && !dumb && !noColour,
        Boolean.getBoolean("peerwatch.terminal.err") && !dumb);
  }

  public boolean colour() {
    return colour;
  }

  public boolean interactive() {
    return bar;
  }

  /** Standard output itself, for what writes whole texts, such as the help. */
  public PrintWriter outWriter() {
    return out;
  }

  public PrintWriter errWriter() {
    return err;
  }

  /** A line of the result. */
  public synchronized void line(String text) {
    unshow();
    out.println(text);
    out.flush();
  }

  /** A line about the work, not part of its result. */
  public synchronized void note(String text) {
    unshow();
    err.println(text);
    err.flush();
  }

  /** Whether the reader of the result has gone away ({@code … | head}). */
  public synchronized boolean outClosed() {
    return out.checkError();
  }

  /** Progress of one piece of work, drawn as fits; close it when the work is over. */
  public ProgressDisplay progress() {
    return bar
        ? new ProgressBar(this, System::nanoTime)
        : new ProgressLines(this, System::nanoTime);
  }

  synchronized void show(ProgressBar owner, String text) {
    err.print("\r\033[K" + text);
    err.flush();
    shown = owner;
  }

  /** Takes the bar away; it comes back with its next report. */
  synchronized void unshow() {
    if (shown != null) {
      err.print("\r\033[K");
      err.flush();
      shown = null;
    }
  }
}
