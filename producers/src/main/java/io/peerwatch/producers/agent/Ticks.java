package io.peerwatch.producers.agent;

import java.util.concurrent.TimeUnit;

/**
 * The instants to sample at: multiples of the period by the wall clock, so that hosts sample
 * together and nothing adds up. An instant that was missed is skipped, never made up for.
 *
 * <p>A clock that was set (or a machine that slept) is told from a reading that took long by the
 * clock that nobody sets.
 */
final class Ticks {
  private static final long SET_MILLIS_MIN = 1_000;

  private final long periodMillis;
  private boolean started;
  private long lastTick;
  private long lastMillis;
  private long lastNanos;

  Ticks(long periodMillis) {
    this.periodMillis = periodMillis;
  }

  /**
   * What there is to know when a sample is due.
   *
   * @param millis the instant of the sample, a multiple of the period
   * @param skipped instants missed since the one before, because reading took too long
   * @param clockSetMillis by how much the wall clock was set since; negative: back; 0 if by less
   *     than a second
   */
  record Tick(long millis, long skipped, long clockSetMillis) {}

  /** The next instant after this moment; not the last one again when the clock went back a bit. */
  long after(long millis) {
    long next = floor(millis) + periodMillis;
    return started && next == lastTick ? next + periodMillis : next;
  }

  /** The instant that this moment belongs to, which is sampled now. */
  Tick at(long millis, long nanos) {
    long tick = floor(millis);
    long passed = TimeUnit.NANOSECONDS.toMillis(nanos - lastNanos);
    long set = started ? millis - lastMillis - passed : 0;
    boolean clockSet = Math.abs(set) >= SET_MILLIS_MIN;
    long instants = clockSet ? passed / periodMillis : (tick - lastTick) / periodMillis;
    long skipped = started ? Math.max(0, instants - 1) : 0;
    started = true;
    lastTick = tick;
    lastMillis = millis;
    lastNanos = nanos;
    return new Tick(tick, skipped, clockSet ? set : 0);
  }

  private long floor(long millis) {
    return Math.floorDiv(millis, periodMillis) * periodMillis;
  }
}
