package io.peerwatch.cli.terminal;

import java.util.function.LongSupplier;

/** Progress for logs and pipes: a plain line every few seconds and one at the end of each part. */
final class ProgressLines implements ProgressDisplay {
  private static final long LINE_NANOS = 5_000_000_000L;

  private final Terminal terminal;
  private final LongSupplier nanoTime;
  private final ProgressPace pace;
  private String part = "";
  private boolean ended;
  private long writtenAt;

  ProgressLines(Terminal terminal, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.pace = new ProgressPace(nanoTime);
  }

  @Override
  public synchronized void report(String what, long done, long total) {
    pace.report(what, done, total);
    long now = nanoTime.getAsLong();
    if (!what.equals(part)) {
      part = what;
      ended = false;
      writtenAt = now;
    }
    boolean complete = total >= 0 && done >= total;
    if (ended || (!complete && now - writtenAt < LINE_NANOS)) {
      return;
    }
    ended = complete;
    writtenAt = now;
    terminal.note(line(what, done, total));
  }

  private String line(String what, long done, long total) {
    if (total <= 0) {
      return what + ": " + done;
    }
    String left =
        done < total && pace.secondsLeft(done, total).isPresent()
            ? ", " + ProgressPace.text(pace.secondsLeft(done, total).getAsLong()) + " left"
            : "";
    return "%s: %d of %d (%d %%%s)".formatted(what, done, total, 100 * done / total, left);
  }

  @Override
  public void close() {
    // every line that was due is written
  }
}
