package io.peerwatch.detection.verdict;

import io.peerwatch.detection.evidence.GroupMotion;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Decides whether the whole group has shifted. It opens at the threshold, and stays while the
 * medians still look as they did at their worst, seen from the level they had before, but not
 * longer than {@value #LASTS_DAYS} days: by then it is how the group is now.
 */
final class ShiftRule {

  /** Windows in which a group settles after it moved. */
  private static final int SETTLE_WINDOWS = 6;

  /** In units of the threshold: hosts may be on their way before it is sure that all are. */
  private static final double SETTLE_RATIO = 0.6;

  private static final double LASTS_DAYS = 0.5;
  private static final double LIKENESS_MIN = 0.3;
  private static final int CALM_WINDOWS = 3;

  private boolean held;
  private int windows;
  private int calm;
  private int settling;

  boolean held() {
    return held;
  }

  /** Whether hosts may still be on their way, each at its own speed. */
  boolean settling() {
    return settling > 0;
  }

  /**
   * Takes in a window.
   *
   * @param score in units of the threshold
   */
  void step(double score, GroupMotion motion, double windowDays) {
    settling = score >= SETTLE_RATIO ? SETTLE_WINDOWS : Math.max(0, settling - 1);
    if (!held) {
      if (score >= 1) {
        held = true;
        windows = 0;
        calm = 0;
        motion.hold();
      }
      return;
    }
    windows++;
    calm = motion.likeness() < LIKENESS_MIN ? calm + 1 : 0;
    if (calm >= CALM_WINDOWS) {
      held = false;
      motion.comeBack();
    } else if (windows * windowDays >= LASTS_DAYS) {
      held = false;
      motion.release();
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeBoolean(held);
    out.writeInt(windows);
    out.writeInt(calm);
    out.writeInt(settling);
  }

  void readInto(DataInput in) throws IOException {
    held = in.readBoolean();
    windows = in.readInt();
    calm = in.readInt();
    settling = in.readInt();
  }
}
