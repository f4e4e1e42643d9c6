package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The way in which the medians of a group move together, and how much of a movement is the group's
 * own: load takes many metrics with it in the same proportion, while the noise that medians of few
 * hosts have goes in all directions alike. So movements g are taken along their first principal
 * direction u, weakened as a Wiener filter would (signal over signal and noise):
 *
 * <pre>
 *   ĝ = u (u·g) max(0, 1 − r / a)
 *   a  mean of (u·g)²,  r  mean square of what is left of g, by direction
 *   u  mean of g (u·g), made as long as 1 (Oja, A simplified neuron model as a principal component analyzer, 1982)
 * </pre>
 *
 * all of them means of about a day. With one metric alone r is what medians of so many hosts move
 * by themselves.
 */
final class CommonWay {

  /** Begins to turn from what is alike in all metrics. */
  private static final double BEGINNING = 1e-3;

  /** Windows' worth of that, and of not knowing. */
  private static final double PRIOR_WINDOWS = 5;

  private int metrics;
  private double[] turning = new double[0];
  private double[] way = new double[0];
  private final double[] seen;
  private final double[] along;
  private final double[] aside;

  /**
   * @param kinds of movements that go the same way, each as far as it does
   */
  CommonWay(int kinds) {
    seen = new double[kinds];
    along = new double[kinds];
    aside = new double[kinds];
  }

  void grow(int wanted) {
    if (wanted <= metrics) {
      return;
    }
    turning = Doubles.grown(turning, wanted, BEGINNING / Math.sqrt(wanted));
    way = new double[wanted];
    metrics = wanted;
    turn();
  }

  /**
   * Takes in a movement, and leaves of it what the group itself did.
   *
   * @param kind which kind of movement
   * @param moved whitened, {@code metrics} values from {@code offset}
   * @param ownNoise variance of what medians of so many hosts move by themselves
   * @param step of the means, 0..1
   */
  void filter(int kind, double[] moved, int offset, double ownNoise, double step) {
    double onWay = 0;
    double all = 0;
    for (int m = 0; m < metrics; m++) {
      onWay += moved[offset + m] * way[m];
      all += moved[offset + m] * moved[offset + m];
    }
    double kept = onWay * kept(kind, onWay * onWay, all, ownNoise, step);
    double follow = step(kind, step) / seen.length;
    for (int m = 0; m < metrics; m++) {
      turning[m] += follow * (moved[offset + m] * onWay - turning[m]);
      moved[offset + m] = kept * way[m];
    }
    turn();
  }

  private double kept(int kind, double square, double all, double ownNoise, double step) {
    seen[kind]++;
    double follow = step(kind, step);
    along[kind] += follow * (square - along[kind]);
    aside[kind] += follow * (Math.max(0, all - square) / Math.max(1, metrics - 1) - aside[kind]);
    double noise = metrics > 1 ? aside[kind] : ownNoise;
    return along[kind] > noise ? 1 - noise / along[kind] : 0;
  }

  private double step(int kind, double step) {
    return Math.max(step, 1 / (seen[kind] + PRIOR_WINDOWS));
  }

  private void turn() {
    double square = 0;
    for (int m = 0; m < metrics; m++) {
      square += turning[m] * turning[m];
    }
    if (square > 0) {
      double length = Math.sqrt(square);
      for (int m = 0; m < metrics; m++) {
        way[m] = turning[m] / length;
      }
    } else {
      Arrays.fill(way, 1 / Math.sqrt(metrics));
    }
  }

  void write(DataOutput out) throws IOException {
    Doubles.write(turning, out);
    Doubles.write(seen, out);
    Doubles.write(along, out);
    Doubles.write(aside, out);
  }

  void readInto(DataInput in) throws IOException {
    turning = Doubles.read(in);
    metrics = turning.length;
    way = new double[metrics];
    for (double[] values : new double[][] {seen, along, aside}) {
      double[] read = Doubles.read(in);
      System.arraycopy(read, 0, values, 0, values.length);
    }
    turn();
  }
}
