package io.peerwatch.detection.window;

import io.peerwatch.detection.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How often a host sends, learned from the gaps between the instants of its last three closed
 * windows. Learned when a window closes, from the set of instants in it, so the order of arrival
 * does not matter.
 */
final class SendingInterval {
  private static final int REMEMBERED = 3;

  private final long[] medians = new long[REMEMBERED];
  private final long[] shortest = new long[REMEMBERED];
  private int known;
  private int next;

  /** Takes in a closed window's gaps, in milliseconds; none says nothing. */
  void learn(Instants.Gaps gaps) {
    if (gaps.count() == 0) {
      return;
    }
    medians[next] = gaps.medianMillis();
    shortest[next] = gaps.shortestMillis();
    next = (next + 1) % REMEMBERED;
    known = Math.min(REMEMBERED, known + 1);
  }

  /** A gap that was seen too late for its window: from now on something may come as soon again. */
  void hurry(long gapMillis) {
    if (known > 0) {
      int newest = Math.floorMod(next - 1, REMEMBERED);
      shortest[newest] = Math.min(shortest[newest], gapMillis);
    }
  }

  /**
   * The usual gap, as the middle of the remembered windows' medians, the lower of two: one outage
   * is not taken for a habit. 0 while unknown.
   */
  long usualMillis() {
    return switch (known) {
      case 0 -> 0;
      case 1 -> medians[0];
      case 2 -> Math.min(medians[0], medians[1]);
      default ->
          Math.max(
              Math.min(medians[0], medians[1]),
              Math.min(Math.max(medians[0], medians[1]), medians[2]));
    };
  }

  /** The shortest gap: nothing more is expected sooner. 0 while unknown. */
  long shortestMillis() {
    long min = known == 0 ? 0 : Long.MAX_VALUE;
    for (int i = 0; i < known; i++) {
      min = Math.min(min, shortest[i]);
    }
    return Math.min(min, usualMillis());
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(known);
    out.writeByte(next);
    for (int i = 0; i < known; i++) {
      Varints.write(medians[i], out);
      Varints.write(shortest[i], out);
    }
  }

  void read(DataInput in) throws IOException {
    known = in.readByte();
    next = in.readByte();
    for (int i = 0; i < known; i++) {
      medians[i] = Varints.read(in);
      shortest[i] = Varints.read(in);
    }
  }
}
