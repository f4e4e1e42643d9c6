package io.peerwatch.detection.verdict;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Holds a verdict from its threshold until it has been well below for some windows. */
final class Hysteresis {

  private static final double CLEAR_RATIO = 0.6;
  private static final int CLEAR_WINDOWS = 3;

  private boolean active;
  private int below;

  /** Takes in a window's score in units of the threshold; true while the verdict holds. */
  boolean step(double score, boolean mayOpen) {
    if (!active) {
      active = mayOpen && score >= 1;
      below = 0;
      return active;
    }
    below = score < CLEAR_RATIO ? below + 1 : 0;
    active = below < CLEAR_WINDOWS;
    return active;
  }

  boolean active() {
    return active;
  }

  void end() {
    active = false;
    below = 0;
  }

  void write(DataOutput out) throws IOException {
    out.writeBoolean(active);
    out.writeInt(below);
  }

  void readInto(DataInput in) throws IOException {
    active = in.readBoolean();
    below = in.readInt();
  }
}
