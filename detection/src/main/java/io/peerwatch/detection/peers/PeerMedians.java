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

  private double[] scratch = new double[16];
  private int count;
  private double below;
  private double middleLow;
  private double middleHigh;
  private double above;

  /** Takes the peers' values: {@code values[i]} where {@code isPeer[i]} and not NaN. */
  public void of(double[] values, boolean[] isPeer, int hosts) {
    if (scratch.length < hosts) {
      scratch = new double[hosts];
    }
    count = 0;
    for (int i = 0; i < hosts; i++) {
      if (isPeer[i] && !Double.isNaN(values[i])) {
        scratch[count++] = values[i];
      }
    }
    if (count == 0) {
      return;
    }
    int low = (count - 1) / 2;
    middleLow = Selection.select(scratch, count, low);
    boolean odd = count % 2 == 1;
    above = low + 1 < count ? smallestFrom(low + 1) : middleLow;
    middleHigh = odd ? middleLow : above;
    below = low == 0 ? middleLow : largestBefore(low);
  }

  /** How many peers told a value. */
  public int count() {
    return count;
  }

  /** The median of all peers; NaN without any. */
  public double full() {
    return count == 0 ? Double.NaN : (middleLow + middleHigh) / 2;
  }

  /** The median of the peers but the one that holds this value; NaN without any. */
  public double without(double value) {
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
  public void without(double[] values, double[] medians, int length) {
    boolean whole = count < LEFT_OUT_FROM;
    boolean odd = count % 2 == 1;
    double middle = full();
    double high = whole ? middle : odd ? (middleLow + above) / 2 : middleHigh;
    double low = whole ? middle : odd ? (below + middleLow) / 2 : middleLow;
    double same = whole ? middle : odd ? (below + above) / 2 : middle;
    for (int i = 0; i < length; i++) {
      double side = (middle - values[i]) * Double.MAX_VALUE;
      medians[i] = Math.max(low, Math.min(high, same + side));
    }
  }

  // Comparing is quicker here than Math.max: that a value is replaced is rare, and foreseen.
  private double largestBefore(int end) {
    double largest = scratch[0];
    for (int i = 1; i < end; i++) {
      if (scratch[i] > largest) {
        largest = scratch[i];
      }
    }
    return largest;
  }

  private double smallestFrom(int start) {
    double smallest = scratch[start];
    for (int i = start + 1; i < count; i++) {
      if (scratch[i] < smallest) {
        smallest = scratch[i];
      }
    }
    return smallest;
  }
}
