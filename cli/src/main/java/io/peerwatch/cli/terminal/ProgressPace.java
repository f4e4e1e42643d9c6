package io.peerwatch.cli.terminal;

import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** How fast a piece of work goes, and so how long the rest will take. */
final class ProgressPace {
  /** Before this much time the pace is guesswork. */
  private static final long KNOWN_AFTER_NANOS = 1_000_000_000L;

  private final LongSupplier nanoTime;
  private String part = "";
  private long startedAt;
  private long doneAtStart;

  ProgressPace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  void report(String what, long done, long total) {
    if (!what.equals(part)) {
      part = what;
      startedAt = nanoTime.getAsLong();
      doneAtStart = done;
    }
  }

  /** Seconds to go at the pace so far; empty while unknown. */
  OptionalLong secondsLeft(long done, long total) {
    long elapsedNanos = nanoTime.getAsLong() - startedAt;
    long sinceStart = done - doneAtStart;
    if (elapsedNanos < KNOWN_AFTER_NANOS || sinceStart <= 0 || total < done) {
      return OptionalLong.empty();
    }
    double perNano = (double) sinceStart / elapsedNanos;
    return OptionalLong.of(Math.round((total - done) / perNano / 1e9));
  }

  static String text(long seconds) {
    return seconds < 100 ? seconds + " s" : (seconds + 30) / 60 + " min";
  }
}
