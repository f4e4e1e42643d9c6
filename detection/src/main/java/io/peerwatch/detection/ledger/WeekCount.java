package io.peerwatch.detection.ledger;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What was promised and raised in one week of a group. A week starts on Monday 00:00 UTC of event
 * time; what happens at the end of a window belongs to the week of the window's last millisecond.
 *
 * @param start of the week, epoch milliseconds
 * @param end of the last window counted, epoch milliseconds
 * @param promised false alarms that the budget allows in the time that was judged
 * @param raised episodes opened
 * @param confirmed of them, said to be right
 * @param falseAlarms of them, said to be false
 */
public record WeekCount(
    long start, long end, double promised, int raised, int confirmed, int falseAlarms) {

  static final long WEEK_MILLIS = 7 * 86_400_000L;

  /** The epoch was a Thursday: this is the first Monday after it. */
  private static final long MONDAY = 4 * 86_400_000L;

  static WeekCount empty(long start) {
    return new WeekCount(start, start, 0, 0, 0, 0);
  }

  /** Start of the week in which something ends. */
  static long startOf(long endMillis) {
    return Math.floorDiv(endMillis - 1 - MONDAY, WEEK_MILLIS) * WEEK_MILLIS + MONDAY;
  }

  /** Episodes of which nobody said anything that counts. */
  public int unjudged() {
    return raised - confirmed - falseAlarms;
  }

  /** False alarms at the most. */
  public int realised() {
    return falseAlarms + unjudged();
  }

  WeekCount judged(long windowEnd, double allowed, int opened) {
    return new WeekCount(
        start, windowEnd, promised + allowed, raised + opened, confirmed, falseAlarms);
  }

  WeekCount said(int moreConfirmed, int moreFalse) {
    return new WeekCount(
        start, end, promised, raised, confirmed + moreConfirmed, falseAlarms + moreFalse);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(start);
    out.writeLong(end);
    out.writeDouble(promised);
    out.writeInt(raised);
    out.writeInt(confirmed);
    out.writeInt(falseAlarms);
  }

  static WeekCount read(DataInput in) throws IOException {
    return new WeekCount(
        in.readLong(), in.readLong(), in.readDouble(), in.readInt(), in.readInt(), in.readInt());
  }
}
