package io.peerwatch.streams.score;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The exact central 95 % interval of a Poisson mean after one count (Garwood, <i>Fiducial limits
 * for the Poisson distribution</i>, Biometrika 1936): quantiles of the chi-squared distribution.
 *
 * @param low at least 0; 0 when nothing was counted
 * @param high above low
 */
public record PoissonInterval(double low, double high) {
  private static final double TAIL = 0.025;

  /**
   * @param count events counted, 0 or more
   */
  public static PoissonInterval of(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("a count can't be negative: " + count);
    }
    double low =
        count == 0
            ? 0
            : ChiSquaredDistribution.of(2.0 * count).inverseCumulativeProbability(TAIL) / 2;
    double high = ChiSquaredDistribution.of(2.0 * count + 2).inverseSurvivalProbability(TAIL) / 2;
    return new PoissonInterval(low, high);
  }

  /** The interval of a rate, after the count was taken over so much time; NaN for none. */
  public PoissonInterval dividedBy(double time) {
    return time > 0
        ? new PoissonInterval(low / time, high / time)
        : new PoissonInterval(Double.NaN, Double.NaN);
  }
}
