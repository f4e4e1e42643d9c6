package io.peerwatch.detection.peers;

/**
 * Finds where the middle of many values lies, so that few of them are left to be sorted.
 *
 * <p>Values are counted below a threshold, in loops without branches that the compiler turns into
 * vector instructions, until two thresholds hold hardly more than the middle ones. For that they
 * are taken as whole numbers of {@code 1 / 1024}, which keeps their order; what is found is the
 * values themselves, and does not depend on the thresholds.
 */
final class Middle {

  private static final float PER_UNIT = 1024;

  /** So large a number that no difference of two is beyond an int. */
  private static final int FARTHEST = (1 << 30) - 2;

  private static final int SAMPLE = 8;

  /** So few values are sorted at once. */
  private static final int FEW = 24;

  /** Passes over the values at most: where many are equal, more of them find nothing. */
  private static final int PASSES = 14;

  /** How many more ranks than those wanted a threshold aims to leave, at least. */
  private static final int MARGIN = 3;

  private int[] keys = new int[0];
  private final int[] sample = new int[SAMPLE];

  /** Two thresholds with the middle between them, and how many values are below each. */
  private int from;

  private int to;
  private int belowFrom;
  private int belowTo;

  /**
   * Puts the middle values, and few others as a rule, to the front of an array.
   *
   * @param values without NaN
   * @param count of them, at least {@value #SAMPLE}
   * @param rank of the value in the middle, from 0; those beside it are found, too
   * @param found receives the values, has room for one more than count
   * @return how many values are found; {@link #below()} others are less than all of them
   */
  int find(float[] values, int count, int rank, float[] found) {
    if (keys.length < count) {
      keys = new int[count];
    }
    take(values, count);
    from = -FARTHEST;
    to = FARTHEST + 1;
    belowFrom = 0;
    belowTo = count;
    sample(count);
    probe(sample[1], count, rank);
    probe(sample[SAMPLE - 2] + 1, count, rank);
    narrow(count, rank);
    return gather(values, count, found);
  }

  /** How many values are less than those that were found. */
  int below() {
    return belowFrom;
  }

  private void take(float[] values, int count) {
    int[] of = keys;
    for (int i = 0; i < count; i++) {
      of[i] = Math.max(-FARTHEST, Math.min(FARTHEST, (int) (values[i] * PER_UNIT)));
    }
  }

  private void sample(int count) {
    for (int i = 0; i < SAMPLE; i++) {
      int key = keys[(int) ((long) i * count / SAMPLE)];
      int at = i;
      for (; at > 0 && sample[at - 1] > key; at--) {
        sample[at] = sample[at - 1];
      }
      sample[at] = key;
    }
  }

  private void narrow(int count, int rank) {
    if (from == -FARTHEST) {
      probe(sample[0], count, rank);
    }
    if (to == FARTHEST + 1) {
      probe(sample[SAMPLE - 1] + 1, count, rank);
    }
    for (int pass = 0; pass < PASSES && belowTo - belowFrom > FEW && to - from > 1; pass++) {
      int width = belowTo - belowFrom;
      int margin = Math.max(MARGIN, width / 8);
      int aim = pass % 2 == 0 ? rank - margin : rank + 1 + margin;
      double part = Math.max(0.02, Math.min(0.98, (aim - belowFrom) / (double) width));
      int threshold = from + (int) (part * ((double) to - from));
      probe(Math.max(from + 1, Math.min(to - 1, threshold)), count, rank);
    }
  }

  /** Takes a threshold where the middle and the values beside it are on one side of it. */
  private void probe(int threshold, int count, int rank) {
    if (threshold <= from || threshold >= to) {
      return;
    }
    int below = below(keys, count, threshold);
    if (below < rank) {
      from = threshold;
      belowFrom = below;
    } else if (below > rank + 1) {
      to = threshold;
      belowTo = below;
    }
  }

  private static int below(int[] keys, int count, int threshold) {
    int below = 0;
    for (int i = 0; i < count; i++) {
      below += (keys[i] - threshold) >>> 31;
    }
    return below;
  }

  private int gather(float[] values, int count, float[] found) {
    int[] of = keys;
    int low = from;
    int high = to - 1;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int key = of[i];
      found[kept] = values[i];
      kept += 1 - (((key - low) | (high - key)) >>> 31);
    }
    return kept;
  }
}
