package io.peerwatch.proof.evaluate.bound;

import io.peerwatch.proof.evaluate.lab.Truth;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * A likelihood ratio that has to look everywhere: for faults of every kind and strength, in any of
 * the metrics, either way, since any of the last windows. It knows the group's true figures, the
 * load, and even the part of the noise that a host's metrics have in common, so that metrics are
 * left independent and the average over all sets of metrics is a product:
 *
 * <pre>
 *   ratio = Σ kinds Σ onsets Σ s  Π_m (1 − p + p/2 · (e^(s A_m − s² E/2) + e^(−s A_m − s² E/2)))
 * </pre>
 *
 * A_m being the match of metric m's innovations with the kind's shape and E its energy, p the share
 * of metrics that a fault usually shows in. Where a drop is looked for, only the second power
 * counts; a growing variance has its own likelihood, lag is one known shape in all metrics.
 */
final class Search {
  private static final int[] AGES = {
    1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 24, 30, 36, 48, 60, 72, 96, 120, 144
  };
  private static final double[] STRENGTHS = {1, 2, 3, 4, 5};
  private static final double[] SPIKES = {2, 4, 6, 8, 10};
  private static final double[] SLOPES = {0.02, 0.04, 0.08, 0.16, 0.28};
  private static final int SPIKE_WINDOWS = 3;
  private static final int STEP_WINDOWS = 72;
  private static final int TREND_WINDOWS_MIN = 3;
  private static final int LAG_WINDOWS = 96;

  /** What can't bring more than this, as a logarithm, is left out. */
  private static final double LITTLE = 4;

  private static final double LOG_MAX = 600;

  private final Truth truth;
  private final double first;
  private final double later;
  private final double share;
  private final double logShare;
  private final double[] match;

  Search(Truth truth) {
    this.truth = truth;
    double left = Math.sqrt(1 - truth.lasts() * truth.lasts());
    this.first = 1 / left;
    this.later = (1 - truth.lasts()) / left;
    int most = Math.max(2, truth.metrics() / 2);
    this.share = (2 + most) / 2.0 / truth.metrics();
    this.logShare = StrictMath.log(share);
    this.match = new double[truth.metrics()];
  }

  /** The logarithm of the ratio in a window of the path; 0 where nothing speaks for a fault. */
  double ratio(Path path, int t) {
    double sum = 1;
    for (int i = 0; i < AGES.length && AGES[i] <= t + 1; i++) {
      int onsets = i == 0 ? 1 : AGES[i] - AGES[i - 1];
      sum += onsets * since(path, t - AGES[i] + 1, t);
    }
    return StrictMath.log(sum);
  }

  private double since(Path path, int from, int t) {
    int age = t - from + 1;
    double sum = 0;
    if (age <= STEP_WINDOWS) {
      double energy = first * first + (age - 1) * later * later;
      path.step(from, t, first, later, match);
      sum += moved(energy, STRENGTHS) + fallen(energy);
      sum += age <= SPIKE_WINDOWS ? moved(energy, SPIKES) : 0;
    }
    if (age >= TREND_WINDOWS_MIN) {
      sum += moved(path.leak(from, t, first, later, match), SLOPES);
      if (age <= STEP_WINDOWS) {
        sum += moved(path.flap(from, t, first, later, truth.lasts(), match), STRENGTHS);
        sum += grown(path, from, t);
      }
    }
    return age <= LAG_WINDOWS ? sum + exp(path.lag(from, t)) : sum;
  }

  private boolean little(double energy) {
    double most = 0;
    for (double a : match) {
      most += Math.max(0, a * a / (2 * energy) + logShare);
    }
    return most < LITTLE;
  }

  private boolean littleGrown(int age) {
    double most = 0;
    for (double squares : match) {
      double ratio = Math.max(1, squares / age);
      most += Math.max(0, age * (ratio - 1 - StrictMath.log(ratio)) / 2 + logShare);
    }
    return most < LITTLE;
  }

  private double moved(double energy, double[] strengths) {
    return little(energy)
        ? 0
        : mean(
            strengths, s -> a -> either(s * a - s * s * energy / 2, -s * a - s * s * energy / 2));
  }

  private double fallen(double energy) {
    return little(energy) ? 0 : mean(STRENGTHS, s -> a -> only(-s * a - s * s * energy / 2));
  }

  private double grown(Path path, int from, int t) {
    int age = t - from + 1;
    path.squares(from, t, match);
    return littleGrown(age) ? 0 : mean(STRENGTHS, s -> grown(s, age));
  }

  private DoubleUnaryOperator grown(double s, int age) {
    double kept = (1 - 1 / ((1 + s) * (1 + s))) / 2;
    double expected = age * StrictMath.log(1 + s);
    return squares -> only(kept * squares - expected);
  }

  /**
   * Over the strengths, of the product over the metrics.
   *
   * @param logOf by strength, of a metric's match
   */
  private double mean(double[] strengths, DoubleFunction<DoubleUnaryOperator> logOf) {
    double sum = 0;
    for (double s : strengths) {
      DoubleUnaryOperator ofMatch = logOf.apply(s);
      double log = 0;
      for (double a : match) {
        log += ofMatch.applyAsDouble(a);
      }
      sum += exp(log) / strengths.length;
    }
    return sum;
  }

  /** Of a metric that shows the fault with a certain probability, in one way. */
  private double only(double log) {
    return either(log, log);
  }

  /** Of a metric that shows the fault with a certain probability, one way or the other. */
  private double either(double up, double down) {
    double far = Math.max(0, Math.max(up, down));
    double told = share / 2 * (StrictMath.exp(up - far) + StrictMath.exp(down - far));
    return far + StrictMath.log((1 - share) * StrictMath.exp(-far) + told);
  }

  private static double exp(double log) {
    return StrictMath.exp(Math.min(LOG_MAX, log));
  }
}
