package io.peerwatch.detection.evidence;

import java.util.Arrays;

/**
 * The heavy loops of {@link Whitening}, over so many hosts at a time as the nearest caches hold:
 * columns over hosts, in which what is missing is 0 and adds nothing. Sums run over metrics, or
 * over hosts, in order, so that the size of blocks makes no difference. All columns of a loop have
 * the same index, without which the compiler makes no vector instructions of it.
 */
final class WhiteningBlocks {

  static final int HOSTS = 256;

  /** A row counts less when its mean square is over this. */
  private static final float WILD_MEAN_SQUARE = 3;

  private float[] result = new float[0];
  private float[] square = new float[0];
  private float[] count = new float[0];
  private float[] weight = new float[0];
  private float[] weighted = new float[0];

  /** Makes room for so many hosts. */
  void grow(int hosts) {
    if (result.length < hosts) {
      result = new float[hosts];
      square = new float[hosts];
      count = new float[hosts];
      weight = new float[hosts];
      weighted = new float[hosts];
    }
  }

  /** One row of a matrix times the block that begins at a host. */
  void multiply(float[] matrix, int row, float[][] z, int metrics, int from, int to) {
    Arrays.fill(result, from, to, 0);
    int j = 0;
    for (; j + 4 <= metrics; j += 4) {
      add(from, to, matrix, row + j, z[j], z[j + 1], z[j + 2], z[j + 3]);
    }
    for (; j < metrics; j++) {
      add(from, to, matrix[row + j], z[j]);
    }
  }

  private void add(
      int from, int to, float[] by, int at, float[] a, float[] b, float[] c, float[] d) {
    float byA = by[at];
    float byB = by[at + 1];
    float byC = by[at + 2];
    float byD = by[at + 3];
    float[] sums = result;
    for (int k = from; k < to; k++) {
      sums[k] = sums[k] + byA * a[k] + byB * b[k] + byC * c[k] + byD * d[k];
    }
  }

  private void add(int from, int to, float by, float[] a) {
    float[] sums = result;
    for (int k = from; k < to; k++) {
      sums[k] = sums[k] + by * a[k];
    }
  }

  /** Tells the product of one metric by host; 0 where it was not judged. */
  void put(float[] w, float[] told, int from, int to) {
    float[] of = result;
    for (int k = from; k < to; k++) {
      w[k] = told[k] * of[k];
    }
  }

  /**
   * How much each row of the block counts; returns the sum of it.
   *
   * @param teaches by host, 1 where it is to be learned from, else 0
   */
  float weigh(float[][] z, float[][] told, int metrics, float[] teaches, int from, int to) {
    Arrays.fill(square, from, to, 0);
    Arrays.fill(count, from, to, 0);
    for (int m = 0; m < metrics; m++) {
      square(from, to, z[m], told[m]);
    }
    float sum = 0;
    for (int k = from; k < to; k++) {
      boolean counts = teaches[k] > 0 && count[k] > 0;
      float meanSquare = counts ? square[k] / count[k] : 0;
      weight[k] = counts ? weight(meanSquare) : 0;
      sum += weight[k];
    }
    return sum;
  }

  /** How much a row of such a mean square counts. */
  static float weight(float meanSquare) {
    return meanSquare > WILD_MEAN_SQUARE ? WILD_MEAN_SQUARE / meanSquare : 1;
  }

  private void square(int from, int to, float[] a, float[] told) {
    float[] squares = square;
    float[] counts = count;
    for (int k = from; k < to; k++) {
      squares[k] = squares[k] + a[k] * a[k];
      counts[k] = counts[k] + told[k];
    }
  }

  /** Adds the weighted products of a metric with those before it, and itself, to a row of sums. */
  void addProducts(float[][] z, int metric, int from, int to, double[] sum, int row) {
    float[] own = z[metric];
    float[] by = weighted;
    float[] weights = weight;
    for (int k = from; k < to; k++) {
      by[k] = weights[k] * own[k];
    }
    int j = 0;
    for (; j + 4 <= metric + 1; j += 4) {
      addProducts(from, to, z[j], z[j + 1], z[j + 2], z[j + 3], sum, row + j);
    }
    for (; j <= metric; j++) {
      float total = 0;
      float[] other = z[j];
      for (int k = from; k < to; k++) {
        total += by[k] * other[k];
      }
      sum[row + j] += total;
    }
  }

  private void addProducts(
      int from, int to, float[] a, float[] b, float[] c, float[] d, double[] sum, int at) {
    float[] by = weighted;
    float sumA = 0;
    float sumB = 0;
    float sumC = 0;
    float sumD = 0;
    for (int k = from; k < to; k++) {
      float own = by[k];
      sumA += own * a[k];
      sumB += own * b[k];
      sumC += own * c[k];
      sumD += own * d[k];
    }
    sum[at] += sumA;
    sum[at + 1] += sumB;
    sum[at + 2] += sumC;
    sum[at + 3] += sumD;
  }
}
