package io.peerwatch.cli.terminal;

import java.util.Locale;
import java.util.function.LongSupplier;

/** One line on a terminal, drawn over and over: what, a bar, per cent, time left. */
final class ProgressBar implements ProgressDisplay {
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final int CELLS = 24;

  private final Terminal terminal;
  private final LongSupplier nanoTime;
  private final ProgressPace pace;
  private long drawnAt;
  private boolean drawn;

  ProgressBar(Terminal terminal, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.pace = new ProgressPace(nanoTime);
  }

  @Override
  public synchronized void report(String what, long done, long total) {
    pace.report(what, done, total);
    long now = nanoTime.getAsLong();
    boolean complete = total >= 0 && done >= total;
    if (drawn && !complete && now - drawnAt < REDRAW_NANOS) {
      return;
    }
    drawn = true;
    drawnAt = now;
    terminal.show(this, line(what, done, total));
  }

  private String line(String what, long done, long total) {
    if (total <= 0) {
      return "%s  %,d".formatted(what, done).replace(',', ' ');
    }
    int filled = (int) Math.min(CELLS, CELLS * done / total);
    String bar = "█".repeat(filled) + "░".repeat(CELLS - filled);
    String left = pace.secondsLeft(done, total).isPresent() ? leftText(done, total) : "";
    return String.format(Locale.ROOT, "%s  %s %3d %%%s", what, bar, 100 * done / total, left);
  }

  private String leftText(long done, long total) {
    return "  " + ProgressPace.text(pace.secondsLeft(done, total).getAsLong()) + " left";
  }

  @Override
  public void close() {
    terminal.unshow();
  }
}
