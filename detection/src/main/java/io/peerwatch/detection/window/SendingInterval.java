package io.peerwatch.detection.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How often a host sends, learned from its closed windows: the median of the last three windows'
 * median gaps, so that one outage is not taken for a habit. Learned when a window closes, from the
 * set of instants in it, so the order of arrival does not matter.
 */
final class SendingInterval {
  private static final int REMEMBERED = 3;

  private final long[] gaps = new long[REMEMBERED];
  private int known;
  private int next;

  /** Takes in a window's median gap in milliseconds; what is not above 0 says nothing. */
  void learn(long gapMillis) {
    if (gapMillis <= 0) {
      return;
    }
    gaps[next] = gapMillis;
    next = (next + 1) % REMEMBERED;
    known = Math.min(REMEMBERED, known + 1);
  }

  /** Milliseconds between samples; 0 while unknown. */
  long millis() {
    return switch (known) {
      case 0 -> 0;
      case 1 -> gaps[0];
      case 2 -> Math.min(gaps[0], gaps[1]);
      default ->
          Math.max(Math.min(gaps[0], gaps[1]), Math.min(Math.max(gaps[0], gaps[1]), gaps[2]));
    };
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(known);
    out.writeByte(next);
    for (int i = 0; i < known; i++) {
      out.writeLong(gaps[i]);
    }
  }

  void read(DataInput in) throws IOException {
    known = in.readByte();
    next = in.readByte();
    for (int i = 0; i < known; i++) {
      gaps[i] = in.readLong();
    }
  }
}
