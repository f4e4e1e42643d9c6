package io.peerwatch.detection.window;

import java.util.Arrays;

/** The middle of some times, the lower of two; more than half are at or above it. */
final class LowerMedian {
  private LowerMedian() {}

  /** Sorts what it is given; there must be at least one. */
  static long of(long[] times) {
    Arrays.sort(times);
    return times[(times.length - 1) / 2];
  }
}
