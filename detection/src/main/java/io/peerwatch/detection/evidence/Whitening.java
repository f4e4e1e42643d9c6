package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.LearningSteps;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Takes out of the deviations what metrics always do together, so that only what doesn't follow
 * counts: {@code w = (C + 0.05 I)^(−1/2) z}. The root is symmetric, so that each component keeps
 * its metric's name. C is pooled over the group's hosts; wild rows count less. The first {@value
 * #METRICS_MAX} metrics of a group are whitened, in the order in which the group got them; what
 * comes after is taken as it is, because the cost grows with the square.
 */
public final class Whitening {

  public static final int METRICS_MAX = 64;

  private static final double RIDGE = 0.05;

  /** Rows' worth of belief that metrics are independent. */
  private static final double PRIOR_ROWS = 20;

  private int metrics;
  private double rows;
  private double[] covariance = new double[0];
  private double[] root = new double[0];

  /** The same, for columns. */
  private float[] rootOfColumns = new float[0];

  private double[] transposed = new double[0];

  private double[] sum = new double[0];
  private double sumWeight;
  private final WhiteningBlocks blocks = new WhiteningBlocks();

  /** Deviations of a single host. */
  private float[] one = new float[0];

  /** Makes room for more metrics, which are taken as independent until the next solution. */
  public void grow(int wanted) {
    int next = Math.min(wanted, METRICS_MAX);
    if (next <= metrics) {
      return;
    }
    covariance = enlarged(covariance, next);
    root = enlarged(root, next);
    sum = new double[next * next];
    transposed = new double[0];
    one = new float[next];
    metrics = next;
  }

  private double[] enlarged(double[] matrix, int next) {
    double[] larger = new double[next * next];
    for (int i = 0; i < next; i++) {
      for (int j = 0; j < next; j++) {
        boolean known = i < metrics && j < metrics;
        larger[i * next + j] = known ? matrix[i * metrics + j] : i == j ? 1 : 0;
      }
    }
    return larger;
  }

  /**
   * Whitens one host's deviations.
   *
   * @param z by metric from {@code offset}; NaN where it was not judged
   * @param w receives the result; NaN where z is; not z itself
   */
  public void apply(double[] z, double[] w, int offset, int count) {
    double[] columns = transposed();
    int used = Math.min(metrics, count);
    Arrays.fill(w, offset, offset + used, 0);
    for (int j = 0; j < used; j++) {
      double other = z[offset + j];
      int column = j * metrics;
      for (int i = 0; i < used && !Double.isNaN(other); i++) {
        w[offset + i] += columns[column + i] * other;
      }
    }
    for (int i = 0; i < count; i++) {
      boolean asItIs = i >= metrics || Double.isNaN(z[offset + i]);
      w[offset + i] = asItIs ? z[offset + i] : w[offset + i];
    }
  }

  /** Column by column, so that no sum of a row has to wait for itself. */
  private double[] transposed() {
    if (transposed.length != root.length) {
      transposed = new double[root.length];
      for (int i = 0; i < root.length; i++) {
        transposed[i % metrics * metrics + i / metrics] = root[i];
      }
    }
    return transposed;
  }

  /**
   * Whitens the deviations of all hosts, block by block.
   *
   * @param z a column over hosts for each metric; 0 where it was not judged
   * @param told in the same way 1 where it was judged, else 0
   * @param w receives the result in the same way, with 0 where it was not judged; not z itself
   */
  public void apply(float[][] z, float[][] told, int count, int hosts, float[][] w) {
    blocks.grow(hosts);
    float[] by = rootOfColumns();
    int used = Math.min(metrics, count);
    for (int from = 0; from < hosts; from += WhiteningBlocks.HOSTS) {
      int to = Math.min(hosts, from + WhiteningBlocks.HOSTS);
      for (int i = 0; i < used; i++) {
        blocks.multiply(by, i * metrics, z, used, from, to);
        blocks.put(w[i], told[i], from, to);
      }
    }
    for (int i = used; i < count; i++) {
      System.arraycopy(z[i], 0, w[i], 0, hosts);
    }
  }

  private float[] rootOfColumns() {
    if (rootOfColumns.length != root.length) {
      rootOfColumns = new float[root.length];
      for (int i = 0; i < root.length; i++) {
        rootOfColumns[i] = (float) root[i];
      }
    }
    return rootOfColumns;
  }

  /**
   * Takes in the deviations of hosts; {@link #endWindow} must follow.
   *
   * @param z a column over hosts for each metric; 0 where it was not judged
   * @param told in the same way 1 where it was judged, else 0
   * @param teaches by host, 1 where it is to be learned from, else 0
   * @param from the first of the hosts that are taken in
   * @param to the first that is not any more
   */
  public void learn(float[][] z, float[][] told, int count, float[] teaches, int from, int to) {
    int used = Math.min(metrics, count);
    blocks.grow(to);
    for (int begin = from; begin < to; begin += WhiteningBlocks.HOSTS) {
      int end = Math.min(to, begin + WhiteningBlocks.HOSTS);
      sumWeight += blocks.weigh(z, told, used, teaches, begin, end);
      for (int i = 0; i < used; i++) {
        blocks.addProducts(z, i, begin, end, sum, i * metrics);
      }
    }
  }

  /** Takes in one host's deviations; {@link #endWindow} must follow once all hosts are in. */
  public void learn(double[] z, int offset, int count) {
    int used = Math.min(metrics, count);
    float square = 0;
    float known = 0;
    for (int m = 0; m < used; m++) {
      one[m] = Double.isNaN(z[offset + m]) ? 0 : (float) z[offset + m];
      square += one[m] * one[m];
      known += Double.isNaN(z[offset + m]) ? 0 : 1;
    }
    float weight = known > 0 ? WhiteningBlocks.weight(square / known) : 0;
    sumWeight += weight;
    for (int i = 0; i < used; i++) {
      float weighted = weight * one[i];
      int row = i * metrics;
      for (int j = 0; j <= i; j++) {
        sum[row + j] += weighted * one[j];
      }
    }
  }

  /** Folds the hosts of one window into the covariance. */
  public void endWindow(LearningSteps steps) {
    if (sumWeight == 0) {
      return;
    }
    double step = Math.max(steps.covariance(), sumWeight / (rows + sumWeight + PRIOR_ROWS));
    for (int i = 0; i < metrics; i++) {
      for (int j = 0; j <= i; j++) {
        int at = i * metrics + j;
        covariance[at] += step * (sum[at] / sumWeight - covariance[at]);
        covariance[j * metrics + i] = covariance[at];
        sum[at] = 0;
      }
    }
    rows += sumWeight;
    sumWeight = 0;
  }

  /** Makes the whitening follow what was learned since the last solution. */
  public void solve() {
    if (metrics > 0) {
      root = SymmetricRoot.inverse(covariance.clone(), metrics, RIDGE);
      rootOfColumns = new float[0];
      transposed = new double[0];
    }
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(metrics);
    out.writeDouble(rows);
    for (int i = 0; i < metrics; i++) {
      for (int j = 0; j <= i; j++) {
        out.writeDouble(covariance[i * metrics + j]);
      }
    }
    Doubles.write(root, out);
  }

  public static Whitening read(DataInput in) throws IOException {
    Whitening read = new Whitening();
    int metrics = in.readInt();
    read.grow(metrics);
    read.rows = in.readDouble();
    for (int i = 0; i < metrics; i++) {
      for (int j = 0; j <= i; j++) {
        double value = in.readDouble();
        read.covariance[i * metrics + j] = value;
        read.covariance[j * metrics + i] = value;
      }
    }
    read.root = Doubles.read(in);
    return read;
  }
}
