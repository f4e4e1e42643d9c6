package io.peerwatch.producers.simulate.noise;

/**
 * Noise with a memory: a first-order autoregressive process with mean 0. Its correlation falls to
 * 1/e over the memory, whatever the step; it is stationary from its first value.
 */
public final class CorrelatedNoise {
  private final double keep;
  private final double fresh;
  private double value;

  /**
   * @param spread standard deviation of the values
   * @param memorySeconds time over which the correlation falls to 1/e, above 0
   * @param stepSeconds time between two values
   */
  public CorrelatedNoise(
      RandomStream random, double spread, double memorySeconds, double stepSeconds) {
    keep = StrictMath.exp(-stepSeconds / memorySeconds);
    fresh = spread * Math.sqrt(1 - keep * keep);
    value = spread * random.gaussian();
  }

  /** The next value; draws once, also when the spread is 0. */
  public double next(RandomStream random) {
    value = keep * value + fresh * random.gaussian();
    return value;
  }
}
