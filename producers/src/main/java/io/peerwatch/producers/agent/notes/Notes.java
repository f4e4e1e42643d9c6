package io.peerwatch.producers.agent.notes;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One-line notes for the user, each subject told seldom enough that a log does not fill: once, or
 * once a minute. May be used from several threads.
 */
public final class Notes {
  private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final int SUBJECTS_MAX = 1_000;

  private final Consumer<String> lines;
  private final LongSupplier nanoClock;
  private final Map<String, Long> toldAt = new HashMap<>();

  /**
   * @param nanoClock nanoseconds of a clock that only goes forward
   */
  public Notes(Consumer<String> lines, LongSupplier nanoClock) {
    this.lines = lines;
    this.nanoClock = nanoClock;
  }

  public void tell(String line) {
    lines.accept(line);
  }

  /** Tells it the first time that there is something to say on this subject. */
  public void once(String subject, String line) {
    if (isNew(subject)) {
      lines.accept(line);
    }
  }

  /** Tells it unless something was told on this subject within the last minute; whether it did. */
  public boolean onceAMinute(String subject, String line) {
    boolean due = isDue(subject);
    if (due) {
      lines.accept(line);
    }
    return due;
  }

  /** What was told once of this subject is over, and told again when it comes back. */
  public synchronized void over(String subject) {
    toldAt.remove(subject);
  }

  private synchronized boolean isNew(String subject) {
    return toldAt.size() < SUBJECTS_MAX
        && toldAt.putIfAbsent(subject, nanoClock.getAsLong()) == null;
  }

  private synchronized boolean isDue(String subject) {
    long now = nanoClock.getAsLong();
    Long before = toldAt.get(subject);
    boolean due = before == null || now - before >= MINUTE_NANOS;
    if (due) {
      toldAt.put(subject, now);
    }
    return due;
  }
}
