package io.peerwatch.detection.peers;

/**
 * Medians of peers, each host left out of its own.
 *
 * <p>All leave-one-out medians of n values are made of three or four middle ones, so one selection
 * serves all hosts. With three peers or fewer the host itself stays in (of three the full median):
 * of one or two others the middle would follow whichever of them is off. A host that is no peer of
 * others (a suspect) is compared with the full median of those who are.
 */
public final class PeerMedians {

  private static final int LEFT_OUT_FROM = 4;

  private float[] scratch = new float[16];
  private float[] between = new float[0];
  private final Middle nearMiddle = new Middle();
  private final MiddleOfFew middleOfFew = new MiddleOfFew();
  private final float[] three = new float[3];
  private int count;
  private float below;
  private float middleLow;
  private float middleHigh;
  private float above;

  /** Takes the peers' values: {@code values[i]} where {@code isPeer[i]} and not NaN. */
  public void of(float[] values, boolean[] isPeer, int hosts) {
    if (scratch.length <= hosts) {
      scratch = new float[hosts + 1];
    }
    int kept = 0;
    for (int i = 0; i < hosts; i++) {
      float value = values[i];
      scratch[kept] = value;
      kept += isPeer[i] && !Float.isNaN(value) ? 1 : 0;
    }
    of(scratch, kept);
  }

  /**
   * Takes the peers' values: all but those of some hosts.
   *
   * @param values NaN at most of those that are left out
   * @param leftOut places of those hosts, the last one first
   */
  public void of(float[] values, int hosts, int[] leftOut, int count) {
    if (scratch.length <= hosts) {
      scratch = new float[hosts + 1];
    }
    System.arraycopy(values, 0, scratch, 0, hosts);
    int kept = hosts;
    for (int i = 0; i < count; i++) {
      scratch[leftOut[i]] = scratch[--kept];
    }
    of(scratch, kept);
  }

  /** Takes so many values, none of them NaN. */
  private void of(float[] values, int peers) {
    count = peers;
    if (between.length <= count) {
      between = new float[count + 1];
    }
    int low = (count - 1) / 2;
    if (count > MiddleOfFew.MOST) {
      int found = nearMiddle.find(values, count, low, between);
      middle(between, found, low - nearMiddle.below());
    } else if (count >= LEFT_OUT_FROM) {
      middleOfFew.find(values, count, three);
      take(three[0], three[1], three[2]);
    } else if (count > 0) {
      System.arraycopy(values, 0, between, 0, count);
      middle(between, count, low);
    }
  }

  /** Finds the middle ones: where so many values are sorted, what lies there and beside. */
  private void middle(float[] values, int size, int low) {
    float middle = Selection.select(values, size, low);
    float higher = low + 1 < size ? smallest(values, low + 1, size) : middle;
    take(low == 0 ? middle : largest(values, low), middle, higher);
  }

  private void take(float lower, float middle, float higher) {
    below = lower;
    middleLow = middle;
    above = higher;
    middleHigh = count % 2 == 1 ? middle : higher;
  }

  /** How many peers told a value. */
  public int count() {
    return count;
  }

  /** The median of all peers; NaN without any. */
  public float full() {
    return count == 0 ? Float.NaN : (middleLow + middleHigh) / 2;
  }

  /** The median of the peers but the one that holds this value; NaN without any. */
  public float without(float value) {
    if (count < LEFT_OUT_FROM) {
      return full();
    }
    if (count % 2 == 0) {
      return value <= middleLow ? middleHigh : middleLow;
    }
    if (value < middleLow) {
      return (middleLow + above) / 2;
    }
    return value > middleLow ? (below + middleLow) / 2 : (below + above) / 2;
  }

  /**
   * {@link #without} for a column of values, each of which a peer holds; NaN where a value is.
   *
   * <p>A value under the middle has the high one of three medians, one over it the low one, and the
   * middle itself the third, which lies between: what is far beyond is held at the ends.
   */
  public void without(float[] values, float[] medians, int length) {
    boolean whole = count < LEFT_OUT_FROM;
    boolean odd = count % 2 == 1;
    float middle = full();
    float high = whole ? middle : odd ? (middleLow + above) / 2 : middleHigh;
    float low = whole ? middle : odd ? (below + middleLow) / 2 : middleLow;
    float same = whole ? middle : odd ? (below + above) / 2 : middle;
    for (int i = 0; i < length; i++) {
      float side = (middle - values[i]) * Float.MAX_VALUE;
      medians[i] = Math.max(low, Math.min(high, same + side));
    }
  }

  // Comparing is quicker here than Math.max: that a value is replaced is rare, and foreseen.
  private static float largest(float[] values, int end) {
    float largest = values[0];
    for (int i = 1; i < end; i++) {
      if (values[i] > largest) {
        largest = values[i];
      }
    }
    return largest;
  }

  private static float smallest(float[] values, int start, int end) {
    float smallest = values[start];
    for (int i = start + 1; i < end; i++) {
      if (values[i] < smallest) {
        smallest = values[i];
      }
    }
    return smallest;
  }
}
