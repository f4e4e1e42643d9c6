package io.peerwatch.producers.publish;

import java.util.ArrayList;
import java.util.List;

/** A clock that goes where it is waited for, and stops when told a moment to stop at. */
public final class ManualClock implements PacingClock {
  private final List<Long> awaited = new ArrayList<>();
  private long stopMillis;
  private long now;
  private long setAheadMillis;

  public ManualClock(long now) {
    this(now, Long.MAX_VALUE);
  }

  /** Stopped from {@code stopMillis} on. */
  public ManualClock(long now, long stopMillis) {
    this.now = now;
    this.stopMillis = stopMillis;
  }

  @Override
  public long millis() {
    return now;
  }

  @Override
  public long nanos() {
    return (now - setAheadMillis) * 1_000_000;
  }

  @Override
  public void await(long epochMillis) {
    if (epochMillis > now) {
      awaited.add(epochMillis);
      now = Math.min(epochMillis, stopMillis);
    }
  }

  @Override
  public boolean stopped() {
    return now >= stopMillis;
  }

  /** Lets time pass without being waited for. */
  public void pass(long millis) {
    now += millis;
  }

  /** Somebody sets the clock, ahead or (negative) back; no time passes. */
  public void set(long aheadMillis) {
    now += aheadMillis;
    setAheadMillis += aheadMillis;
  }

  public void stop() {
    stopMillis = Long.MIN_VALUE;
  }

  /** Every moment that was really waited for, in order. */
  public List<Long> awaited() {
    return awaited;
  }
}
