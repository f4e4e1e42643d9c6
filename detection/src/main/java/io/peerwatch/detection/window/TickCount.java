package io.peerwatch.detection.window;

import io.peerwatch.detection.state.StateVersionException;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Time that passed while somebody was there to write ticks. A gap between two ticks (an outage, a
 * restart) is not counted and moves {@link #gapEndMillis()} up, from where every waiting starts
 * anew: nobody listened, so nothing can be concluded from the silence.
 */
public final class TickCount {
  private static final int VERSION = 1;
  private static final int GAP_STEPS = 3;

  private final long gapMillis;
  private long elapsedMillis;
  private long gapEndMillis;
  private long lastTick = Long.MIN_VALUE;

  /**
   * @param gapMillis two ticks further apart than this have an outage between them: three times as
   *     far as they usually are
   */
  public TickCount(long gapMillis) {
    this.gapMillis = gapMillis;
  }

  /** What was counted so far, of its own from now on. */
  public TickCount copy() {
    TickCount copy = new TickCount(gapMillis);
    copy.elapsedMillis = elapsedMillis;
    copy.gapEndMillis = gapEndMillis;
    copy.lastTick = lastTick;
    return copy;
  }

  /** Counts the time since the tick before. Ticks of a clock that was set back count nothing. */
  public void count(Tick tick) {
    if (lastTick != Long.MIN_VALUE) {
      long delta = tick.timestamp() - lastTick;
      if (delta > gapMillis) {
        gapEndMillis = elapsedMillis;
      } else {
        elapsedMillis += Math.max(0, delta);
      }
    }
    lastTick = tick.timestamp();
  }

  /** Time counted since the very first tick, in milliseconds. */
  public long elapsedMillis() {
    return elapsedMillis;
  }

  /** Where in {@link #elapsedMillis()} the last gap ended; 0 when there was none. */
  public long gapEndMillis() {
    return gapEndMillis;
  }

  /**
   * How far ticks are usually apart: so long may a record have come after the tick before it, or
   * before the one after it.
   */
  public long stepMillis() {
    return gapMillis / GAP_STEPS;
  }

  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(elapsedMillis);
    out.writeLong(gapEndMillis);
    out.writeLong(lastTick);
  }

  public static TickCount read(DataInput in, long gapMillis) throws IOException {
    StateVersionException.requireKnown("the tick count", in.readByte(), VERSION);
    TickCount count = new TickCount(gapMillis);
    count.elapsedMillis = in.readLong();
    count.gapEndMillis = in.readLong();
    count.lastTick = in.readLong();
    return count;
  }
}
