package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.LearningSteps;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is usual of what {@link Unrest} and {@link Lingering} keep, by metric, pooled over the
 * group's hosts: how much hosts move from window to window, and how much that varies; and by how
 * much means of hours vary more than wandering from window to window tells, as they do where days
 * are not known well or hosts drift by themselves.
 */
final class UsualLeaving {

  /** Rows' worth of belief in what independent windows of a normal distribution give. */
  private static final double PRIOR_ROWS = 1000;

  private static final double MEAN = 1;
  private static final double VARIANCE = 0.08;

  /** A host further off, in squared spreads, counts as if it were so far. */
  private static final float FAR = 9;

  private static final double MEAN_MIN = 0.05;
  private static final double VARIANCE_MIN = 1e-4;

  private double[] mean = new double[0];
  private double[] variance = new double[0];
  private double[] excess = new double[0];
  private double[] excessSum = new double[0];
  private double[] sum = new double[0];
  private double[] squares = new double[0];
  private double rows;

  void grow(int metrics) {
    mean = Doubles.grown(mean, metrics, MEAN);
    variance = Doubles.grown(variance, metrics, VARIANCE);
    excess = Doubles.grown(excess, metrics, 1);
    excessSum = Doubles.grown(excessSum, metrics, 0);
    sum = Doubles.grown(sum, metrics, 0);
    squares = Doubles.grown(squares, metrics, 0);
  }

  float mean(int m) {
    return (float) mean[m];
  }

  float variance(int m) {
    return (float) variance[m];
  }

  /** Variance of a mean of hours as a ratio of what is to be expected of wandering; at least 1. */
  float excess(int m) {
    return (float) Math.max(1, excess[m]);
  }

  /**
   * Takes in means of hours of hosts, from one place up to another; {@link #endWindow} must follow.
   *
   * @param perVariance one by the variance that is to be expected
   * @param teaches by host, 1 where it is to be learned from, else 0
   */
  void learnMeans(int m, int from, int to, float[] means, float perVariance, float[] teaches) {
    float most = FAR * excess(m);
    float all = 0;
    for (int i = from; i < to; i++) {
      all += teaches[i] * Math.min(most, means[i] * means[i] * perVariance);
    }
    excessSum[m] += all;
  }

  /**
   * Takes in hosts, from one place up to another; {@link #endWindow} must follow.
   *
   * @param unrest by host
   * @param teaches by host, 1 where it is to be learned from, else 0
   */
  void learn(int m, int from, int to, float[] unrest, float[] teaches) {
    float usual = mean(m);
    float most = FAR * variance(m);
    float far = (float) Math.sqrt(most);
    float offs = 0;
    float all = 0;
    for (int i = from; i < to; i++) {
      float off = Math.min(far, unrest[i] - usual);
      offs += teaches[i] * off;
      all += teaches[i] * Math.min(most, off * off);
    }
    sum[m] += offs;
    squares[m] += all;
  }

  /** Folds so many hosts in that were taken in. */
  void endWindow(double hosts, LearningSteps steps) {
    double step = Math.max(steps.covariance(), hosts / (rows + hosts + PRIOR_ROWS));
    for (int m = 0; m < mean.length; m++) {
      mean[m] = Math.max(MEAN_MIN, mean[m] + step * sum[m] / hosts);
      double off = squares[m] / hosts - variance[m];
      variance[m] = Math.max(VARIANCE_MIN, variance[m] + step * off);
      excess[m] += step * (excessSum[m] / hosts - excess[m]);
      sum[m] = 0;
      excessSum[m] = 0;
      squares[m] = 0;
    }
    rows += hosts;
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(rows);
    Doubles.write(mean, out);
    Doubles.write(variance, out);
    Doubles.write(excess, out);
  }

  void readInto(DataInput in) throws IOException {
    rows = in.readDouble();
    mean = Doubles.read(in);
    variance = Doubles.read(in);
    excess = Doubles.read(in);
  }
}
