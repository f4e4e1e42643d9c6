package io.peerwatch.producers.simulate.noise;

/**
 * What comes seldom and goes slowly: bursts that arrive at random (Poisson), have sizes with a
 * heavy tail (Pareto) and fade exponentially. 0 between them.
 */
public final class Bursts {
  private static final double TAIL =
      2.5; // finite variance, but one in a hundred is six times larger
  private static final double SIZE_MAX = 10; // times the smallest: no burst without a bound

  private final double keep;
  private final double chance;
  private final double smallest;
  private double value;

  /**
   * @param perDay how many arrive a day on the average, 0 or more
   * @param meanSize mean of their sizes when they arrive
   * @param fadeSeconds time in which a burst falls to 1/e, above 0
   */
  public Bursts(double perDay, double meanSize, double fadeSeconds, double stepSeconds) {
    keep = StrictMath.exp(-stepSeconds / fadeSeconds);
    chance = 1 - StrictMath.exp(-perDay * stepSeconds / 86_400);
    smallest = meanSize * (TAIL - 1) / TAIL;
  }

  /** The next value, 0 or more. */
  public double next(RandomStream random) {
    value *= keep;
    if (random.uniform() < chance) {
      double size = StrictMath.pow(1 - random.uniform(), -1 / TAIL);
      value += smallest * Math.min(SIZE_MAX, size);
    }
    return value;
  }
}
