package io.peerwatch.producers.simulate;

/**
 * Noise with a memory: a first-order autoregressive process with mean 0. Its correlation falls to
 * 1/e over the memory, whatever the step; it is stationary from its first value.
 */
final class CorrelatedNoise {
  private final double keep;
  private final double fresh;
  private double value;

  /**
   * @param spread standard deviation of the values
   * @param memorySeconds time over which the correlation falls to 1/e, above 0
   * @param stepSeconds time between two values
   */
  CorrelatedNoise(RandomStream random, double spread, double memorySeconds, double stepSeconds) {
    keep = StrictMath.exp(-stepSeconds / memorySeconds);
    fresh = spread * StrictMath.sqrt(1 - keep * keep);
    value = spread * random.gaussian();
  }

  double next(RandomStream random) {
    value = keep * value + fresh * random.gaussian();
    return value;
  }
}
