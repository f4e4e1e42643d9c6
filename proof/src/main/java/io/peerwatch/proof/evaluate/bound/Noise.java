package io.peerwatch.proof.evaluate.bound;

import io.peerwatch.proof.evaluate.lab.Truth;
import java.util.SplittableRandom;

/** A host's noise as its world has it, window by window. */
final class Noise {
  private final double lasts;
  private final double common;
  private final SplittableRandom random;
  private final double[] own;
  private double factor;

  Noise(Truth truth, SplittableRandom random) {
    this.lasts = truth.lasts();
    this.common = truth.common();
    this.random = random;
    this.own = new double[truth.metrics()];
    this.factor = random.nextGaussian();
    for (int m = 0; m < own.length; m++) {
      own[m] = random.nextGaussian();
    }
  }

  /** The next window's deviations by metric, of unit variance. */
  double[] next() {
    double left = Math.sqrt(1 - common * common);
    double[] deviations = new double[own.length];
    factor = lasting(factor);
    for (int m = 0; m < own.length; m++) {
      own[m] = lasting(own[m]);
      deviations[m] = common * factor + left * own[m];
    }
    return deviations;
  }

  /** What of the last window's deviations all metrics have in common. */
  double shared() {
    return common * factor;
  }

  private double lasting(double before) {
    return lasts * before + Math.sqrt(1 - lasts * lasts) * random.nextGaussian();
  }
}
