package io.peerwatch.detection.peers;

/**
 * How much further from its peers' median a host lies because they are few, as a ratio of its own
 * spread. With independent normal deviations, of one host against {@link PeerMedians}:
 *
 * <pre>
 *   n = 2, 3   the median holds the host itself      sqrt(1/2), sqrt(1 + 0.449 − 2/3)
 *   n ≥ 4      the median of the n − 1 others        sqrt(1 + variance of their median)
 * </pre>
 *
 * A pair that becomes three, or three that become four, look further apart at once though nothing
 * happened; spreads that were learned before are judged by this much more.
 */
public final class PeerNoise {
  private static final double[] BY_COUNT = {1, 1, 0.707, 0.885, 1.204, 1.139, 1.134, 1.102};

  /** From eight peers on the difference is below what spreads vary by anyway. */
  private static final double MANY = 1.09;

  private PeerNoise() {}

  /**
   * @param peers that told a value, the host among them, at least 0
   */
  public static double of(int peers) {
    return peers < BY_COUNT.length ? BY_COUNT[peers] : MANY;
  }
}
