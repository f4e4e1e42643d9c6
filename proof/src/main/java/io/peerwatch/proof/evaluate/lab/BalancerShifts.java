package io.peerwatch.proof.evaluate.lab;

import java.util.SplittableRandom;

/** Again and again a host gets more or less than its share of the work for hours, from 0.5 to 2. */
final class BalancerShifts implements Change {
  private static final int LASTS_WINDOWS_MIN = 12;
  private static final int LASTS_WINDOWS_MAX = 72;
  private static final double FACTOR_MAX = 2;

  private final int[] starts;
  private final int[] ends;
  private final int[] hosts;
  private final double[] factors;

  /**
   * @param from the first window in which it may happen
   * @param to the first in which it does not any more
   */
  BalancerShifts(SplittableRandom random, int hostCount, int from, int to, int times) {
    starts = new int[times];
    ends = new int[times];
    hosts = new int[times];
    factors = new double[times];
    for (int i = 0; i < times; i++) {
      starts[i] = from + (int) ((to - from) * (i + random.nextDouble(0.2, 0.8)) / times);
      ends[i] = starts[i] + random.nextInt(LASTS_WINDOWS_MIN, LASTS_WINDOWS_MAX);
      hosts[i] = random.nextInt(hostCount);
      double log = StrictMath.log(FACTOR_MAX) * random.nextDouble(0.4, 1);
      factors[i] = StrictMath.exp(random.nextBoolean() ? log : -log);
    }
  }

  @Override
  public double size(int host, int window) {
    double factor = 1;
    for (int i = 0; i < starts.length; i++) {
      if (hosts[i] == host && window >= starts[i] && window < ends[i]) {
        factor *= factors[i];
      }
    }
    return factor;
  }
}
