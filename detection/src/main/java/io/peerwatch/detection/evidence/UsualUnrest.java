package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.LearningSteps;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How much hosts usually move from window to window, by metric, and how much that varies: mean and
 * variance of what {@link Unrest} keeps, pooled over the group's hosts.
 */
final class UsualUnrest {

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
  private double[] sum = new double[0];
  private double[] squares = new double[0];
  private double rows;

  void grow(int metrics) {
    mean = Doubles.grown(mean, metrics, MEAN);
    variance = Doubles.grown(variance, metrics, VARIANCE);
    sum = Doubles.grown(sum, metrics, 0);
    squares = Doubles.grown(squares, metrics, 0);
  }

  float mean(int m) {
    return (float) mean[m];
  }

  float variance(int m) {
    return (float) variance[m];
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
      sum[m] = 0;
      squares[m] = 0;
    }
    rows += hosts;
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(rows);
    Doubles.write(mean, out);
    Doubles.write(variance, out);
  }

  void readInto(DataInput in) throws IOException {
    rows = in.readDouble();
    mean = Doubles.read(in);
    variance = Doubles.read(in);
  }
}
