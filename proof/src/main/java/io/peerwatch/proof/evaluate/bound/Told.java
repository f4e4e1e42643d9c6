package io.peerwatch.proof.evaluate.bound;

import io.peerwatch.proof.evaluate.lab.Injection;
import io.peerwatch.proof.evaluate.lab.Truth;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How likely the best of all tests finds a fault that is told all but whether it is there: host,
 * windows, kind, metrics, strength and the group's true figures.
 *
 * <pre>
 *   d(t) = (s(t) − ρ s(t−1)) / sqrt(1 − ρ²)      s the shift in spreads, ρ what lasts of the noise
 *   E    = Σ d(t)' C⁻¹ d(t)                      C = common² · 1 1' + (1 − common²) · I
 *   found = Φ(sqrt(E) − z)                       above z lies the share of false alarms
 * </pre>
 *
 * No detector finds more: "an episode overlaps these windows of this host" is a test of "healthy"
 * against this fault, and by the lemma of Neyman and Pearson (1933) none of its share of false
 * alarms beats the likelihood ratio. That share is the budget's part of the windows, and of half an
 * hour for episodes that are still open. The share found is concave in it, so that a detector that
 * spreads its alarms otherwise gains nothing on average. Windows of wild noise and rounding are
 * left out, which can only make faults easier to find.
 */
final class Told {
  private static final double STILL_OPEN_WINDOWS = 6;
  private static final int DRAWS = 400;

  private final Truth truth;
  private final double alarmsPerHostWindow;
  private final SplittableRandom random;

  Told(Truth truth, double alarmsPerHostWindow, long seed) {
    this.truth = truth;
    this.alarmsPerHostWindow = alarmsPerHostWindow;
    this.random = new SplittableRandom(seed);
  }

  /** Within the first {@code windows} of the fault, 0..1. */
  double found(Injection fault, int windows) {
    double level = Math.min(1, alarmsPerHostWindow * (windows + STILL_OPEN_WINDOWS));
    return switch (fault.kind()) {
      case STUCK, SILENCE, LOST_TRAFFIC -> 1; // nothing healthy looks like it, not even once
      case VARIANCE -> ofVariance(fault, windows, level);
      default -> Gauss.above(Gauss.quantileAbove(level) - Math.sqrt(energy(fault, windows)));
    };
  }

  private double energy(Injection fault, int windows) {
    double[] before = new double[truth.metrics()];
    double[] fresh = new double[before.length];
    double energy = 0;
    for (int w = fault.from(); w < fault.from() + windows; w++) {
      for (int m = 0; m < before.length; m++) {
        double shift = truth.shift(fault, m, w);
        fresh[m] = innovation(shift, before[m]);
        before[m] = shift;
      }
      energy += squared(fresh);
    }
    return energy;
  }

  private double innovation(double now, double before) {
    double lasts = truth.lasts();
    return (now - lasts * before) / Math.sqrt(1 - lasts * lasts);
  }

  /** v' C⁻¹ v, by the formula of Sherman and Morrison. */
  private double squared(double[] v) {
    double shared = truth.common() * truth.common();
    double sum = Arrays.stream(v).sum();
    double squares = Arrays.stream(v).map(x -> x * x).sum();
    return (squares - shared / (1 - shared + v.length * shared) * sum * sum) / (1 - shared);
  }

  /**
   * Draws what the fault looks like. Of likelihood ratios L drawn so, 1 / L weighs each as often as
   * healthy noise shows it, which tells the ratio above which the allowed share lies.
   */
  private double ofVariance(Injection fault, int windows, double level) {
    double[] logRatios = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      logRatios[i] = logRatio(fault, windows);
    }
    Arrays.sort(logRatios);
    double share = 0;
    int found = 0;
    for (int i = DRAWS - 1; i >= 0 && share <= level; i--, found++) {
      share += StrictMath.exp(-logRatios[i]) / DRAWS;
    }
    return (double) found / DRAWS;
  }

  private double logRatio(Injection fault, int windows) {
    int metrics = truth.metrics();
    var noise = new Noise(truth, random);
    double[] before = noise.next();
    double[] last = before.clone();
    double[] healthy = new double[metrics];
    double[] faulty = new double[metrics];
    double logRatio = 0;
    for (int w = 0; w < windows; w++) {
      double[] own = noise.next();
      for (int m = 0; m < metrics; m++) {
        double factor = fault.signs()[m] == 0 ? 1 : 1 + fault.spreads();
        double shown = own[m] * factor;
        healthy[m] = innovation(shown, last[m]);
        faulty[m] = innovation(own[m], before[m]);
        logRatio -= StrictMath.log(factor);
        last[m] = shown;
      }
      before = own;
      logRatio += (squared(healthy) - squared(faulty)) / 2;
    }
    return logRatio;
  }
}
