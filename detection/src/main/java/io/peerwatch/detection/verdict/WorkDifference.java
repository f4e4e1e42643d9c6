package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.MetricColumn;
import io.peerwatch.detection.metric.Exponentials;
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

  private float[] delta = new float[0];
  private float[] growth = new float[0];
  private float[] expected = new float[0];
  private final Exponentials exponentials = new Exponentials();

  /** Takes in a window's column of work. */
  void of(MetricColumn work, Transform transform, int places) {
    if (delta.length < places) {
      delta = new float[places];
      growth = new float[places];
      expected = new float[places];
    }
    boolean logarithmic = transform == Transform.LOG || transform == Transform.PER_CORE;
    double floor = logarithmic ? 0 : FLOOR_RATIO * largest(work, places);
    for (int i = 0; i < places; i++) {
      double difference = work.d[i] * work.scale[i];
      double log = logarithmic ? difference : logarithm(work.y[i], difference, floor);
      delta[i] = Double.isNaN(log) ? 0 : (float) Doubles.clip(log, DELTA_MAX);
    }
    exponentials.of(delta, growth, places);
    for (int i = 0; i < places; i++) {
      growth[i] = growth[i] - 1;
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

  /** Logarithm of the work observed over the work expected; 0 where either is unknown. */
  float delta(int place) {
    return delta[place];
  }

  /**
   * How far a metric that is proportional to work would move, in standard units.
   *
   * @param to receives it by place; 0 where nothing is known of work
   */
  void push(MetricColumn column, Transform transform, int places, float[] to) {
    if (transform == Transform.LOG || transform == Transform.PER_CORE) {
      divide(delta, column.scale, places, to);
      return;
    }
    expect(column, places);
    if (transform == Transform.LOGIT) {
      exponentials.of(expected, expected, places);
      for (int i = 0; i < places; i++) {
        expected[i] = 1 + expected[i];
      }
    }
    float[] of = expected;
    float[] by = growth;
    for (int i = 0; i < places; i++) {
      of[i] = of[i] * by[i];
    }
    divide(of, column.scale, places, to);
  }

  private void expect(MetricColumn column, int places) {
    double[] y = column.y;
    float[] d = column.d;
    float[] scale = column.scale;
    float[] to = expected;
    for (int i = 0; i < places; i++) {
      to[i] = (float) y[i] - d[i] * scale[i];
    }
  }

  private static void divide(float[] of, float[] by, int places, float[] to) {
    for (int i = 0; i < places; i++) {
      to[i] = of[i] / by[i];
    }
  }
}
