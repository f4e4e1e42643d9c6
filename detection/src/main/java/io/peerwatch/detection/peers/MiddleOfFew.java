package io.peerwatch.detection.peers;

/**
 * Finds the middle of few values: quickselect without branches that depend on values. In each pass
 * every value is put to both sides of a pivot, and the place on one of them is moved on.
 */
final class MiddleOfFew {

  /** With more values than this, counting them all is quicker. */
  static final int MOST = 128;

  /** So few are sorted. */
  private static final int FEW = 7;

  /** So many pivots are tried where values are not parted well, as where many are equal. */
  private static final int PIVOTS = 3;

  private int[] rest = new int[0];
  private int[] lower = new int[0];
  private int[] higher = new int[0];

  /**
   * Finds the lower median and the values before and after it.
   *
   * @param values without NaN; stays as it is
   * @param count of them, at least 4
   * @param found receives the three
   */
  void find(float[] values, int count, float[] found) {
    if (rest.length < count) {
      rest = new int[count];
      lower = new int[count];
      higher = new int[count];
    }
    int[] of = rest;
    for (int i = 0; i < count; i++) {
      of[i] = ordered(Float.floatToRawIntBits(values[i]));
    }
    int size = count;
    int rank = (count - 1) / 2;
    int failed = 0;
    while (size > FEW && failed < PIVOTS) {
      int below = part(size, pivot(size, failed));
      if (below > 0 && below < rank) {
        keepHigher();
        rank -= below;
        size -= below;
        failed = 0;
      } else if (below > rank + 1) {
        keepLower();
        size = below;
        failed = 0;
      } else {
        failed++;
      }
    }
    sort(rest, size);
    for (int i = 0; i < found.length; i++) {
      found[i] = Float.intBitsToFloat(ordered(rest[rank - 1 + i]));
    }
  }

  /** From the bits of a float to a number of the same order, and back. */
  private static int ordered(int bits) {
    return bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }

  /** The middle one of three values; if that did not part them well, a lower or higher one. */
  private int pivot(int size, int failed) {
    int a = rest[0];
    int b = rest[size / 2];
    int c = rest[size - 1];
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    if (failed == 0) {
      return Math.max(low, Math.min(high, c));
    }
    return failed == 1 ? Math.min(low, c) : Math.max(high, c);
  }

  /** Parts what is left; returns how many are below the pivot. */
  private int part(int size, int pivot) {
    int[] of = rest;
    int[] low = lower;
    int[] high = higher;
    int below = 0;
    for (int i = 0; i < size; i++) {
      int key = of[i];
      low[below] = key;
      high[i - below] = key;
      below += (int) (((long) key - pivot) >>> 63);
    }
    return below;
  }

  private void keepLower() {
    int[] kept = lower;
    lower = rest;
    rest = kept;
  }

  private void keepHigher() {
    int[] kept = higher;
    higher = rest;
    rest = kept;
  }

  private static void sort(int[] keys, int size) {
    for (int i = 1; i < size; i++) {
      int key = keys[i];
      int at = i;
      for (; at > 0 && keys[at - 1] > key; at--) {
        keys[at] = keys[at - 1];
      }
      keys[at] = key;
    }
  }
}
