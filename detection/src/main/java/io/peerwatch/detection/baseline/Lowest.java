package io.peerwatch.detection.baseline;

/**
 * Whether all values of a column are at least something, and numbers: asked before looking at them
 * one by one, which is hardly ever needed. Long columns are folded to a short one in loops without
 * branches, which the compiler turns into vector instructions.
 */
public final class Lowest {

  private static final int WIDTH = 256;

  private final float[] folded = new float[WIDTH];
  private final float[] next = new float[WIDTH];

  /** False where any of the values from one place up to another is less, or NaN. */
  public boolean allAtLeast(float least, float[] values, int from, int to) {
    int at = from;
    if (to - from >= 2 * WIDTH) {
      System.arraycopy(values, from, folded, 0, WIDTH);
      for (at = from + WIDTH; at + WIDTH <= to; at += WIDTH) {
        fold(values, at);
      }
      if (!each(least, folded, 0, WIDTH)) {
        return false;
      }
    }
    return each(least, values, at, to);
  }

  /** The lower ones; NaN where one of two is. Copied first: both must have the same index. */
  private void fold(float[] values, int from) {
    System.arraycopy(values, from, next, 0, WIDTH);
    float[] lowest = folded;
    float[] others = next;
    for (int i = 0; i < WIDTH; i++) {
      lowest[i] = Math.min(lowest[i], others[i]);
    }
  }

  private static boolean each(float least, float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!(values[i] >= least)) {
        return false;
      }
    }
    return true;
  }
}
