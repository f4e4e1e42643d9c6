package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.MetricColumn;
import io.peerwatch.detection.metric.Transform;

/**
 * How much more or less work the hosts of a window have than is expected of them, by their places,
 * and how far that would push metrics that grow in proportion.
 */
final class WorkDifference {

  /** Work that differs by more than this factor (its logarithm) is no guide to anything. */
  private static final double DELTA_MAX = 2.5;

  /** Where work is linear, so little of a typical value counts as nothing. */
  private static final double FLOOR_RATIO = 0.05;

  private double[] delta = new double[0];
  private double[] growth = new double[0];

  /** Takes in a window's column of work. */
  void of(MetricColumn work, Transform transform, int places) {
    if (delta.length < places) {
      delta = new double[places];
      growth = new double[places];
    }
    boolean logarithmic = transform == Transform.LOG || transform == Transform.PER_CORE;
    double floor = logarithmic ? 0 : FLOOR_RATIO * largest(work, places);
    for (int i = 0; i < places; i++) {
      double difference = work.d[i] * work.scale[i];
      double log = logarithmic ? difference : logarithm(work.y[i], difference, floor);
      delta[i] = Doubles.clip(log, DELTA_MAX);
      growth[i] = StrictMath.exp(delta[i]) - 1;
    }
  }

  private static double largest(MetricColumn work, int places) {
    double largest = Double.MIN_NORMAL;
    for (int i = 0; i < places; i++) {
      double expected = Math.abs(work.y[i] - work.d[i] * work.scale[i]);
      largest = expected > largest ? expected : largest;
    }
    return largest;
  }

  private static double logarithm(double observed, double difference, double floor) {
    double over = Math.max(0, observed) + floor;
    return StrictMath.log(over / (Math.max(0, observed - difference) + floor));
  }

  /** Logarithm of the work observed over the work expected; NaN where either is unknown. */
  double delta(int place) {
    return delta[place];
  }

  /**
   * How far a metric that is proportional to work would move.
   *
   * @param expected of the metric, transformed
   * @return in transformed units; NaN where that can't be told
   */
  double push(int place, Transform transform, double expected) {
    return switch (transform) {
      case LOG, PER_CORE -> Double.isNaN(expected) ? expected : delta[place];
      case LINEAR -> expected * growth[place];
      case LOGIT -> (1 + StrictMath.exp(expected)) * growth[place];
    };
  }
}
