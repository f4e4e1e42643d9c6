package io.peerwatch.detection.evidence;

import java.util.Random;

/** Deviations of one host that wander: each is partly what the one before was, of variance 1. */
final class Wandering {
  final float[] w;
  private final double ratio;
  private final Random random;
  private final double[] own;

  Wandering(long seed, int metrics, double ratio) {
    this.random = new Random(seed);
    this.ratio = ratio;
    this.w = new float[metrics];
    this.own = random.doubles(metrics, -1, 1).toArray();
  }

  /** The next window, with so many spreads on top in the first metrics. */
  float[] next(double spreads, int touched) {
    for (int m = 0; m < w.length; m++) {
      own[m] = ratio * own[m] + Math.sqrt(1 - ratio * ratio) * random.nextGaussian();
      w[m] = (float) (own[m] + (m < touched ? spreads : 0));
    }
    return w;
  }
}
