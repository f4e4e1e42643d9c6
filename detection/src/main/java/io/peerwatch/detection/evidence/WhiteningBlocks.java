package io.peerwatch.detection.evidence;

/**
 * The heavy loops of {@link Whitening}, over so many hosts at a time as the nearest caches hold:
 * columns over hosts, in which what is missing is 0 and adds nothing. Sums run over metrics, or
 * over hosts, in order, so that the size of blocks makes no difference.
 */
final class WhiteningBlocks {

  static final int HOSTS = 256;

  /** A row counts less when its mean square is over this. */
  private static final double WILD_MEAN_SQUARE = 3;

  private double[][] known = new double[0][];
  private final double[] result = new double[HOSTS];
  private final double[] square = new double[HOSTS];
  private final double[] told = new double[HOSTS];
  private final double[] weight = new double[HOSTS];
  private final double[] weighted = new double[HOSTS];

  void grow(int metrics) {
    if (known.length < metrics) {
      known = new double[metrics][HOSTS];
    }
  }

  /** Takes a block's columns, with 0 where there is nothing. */
  void take(double[][] z, int metrics, int[] place, int from, int size) {
    java.util.Arrays.fill(told, 0, size, 0);
    for (int m = 0; m < metrics; m++) {
      double[] source = z[m];
      double[] target = known[m];
      for (int k = 0; k < size; k++) {
        double value = source[place[from + k]];
        boolean missing = Double.isNaN(value);
        target[k] = missing ? 0 : value;
        told[k] += missing ? 0 : 1;
      }
    }
  }

  /** One row of a matrix times the block. */
  void multiply(double[] matrix, int row, int metrics, int size) {
    java.util.Arrays.fill(result, 0, size, 0);
    int j = 0;
    for (; j + 4 <= metrics; j += 4) {
      add(size, matrix, row + j, known[j], known[j + 1], known[j + 2], known[j + 3]);
    }
    for (; j < metrics; j++) {
      add(size, matrix[row + j], known[j]);
    }
  }

  private void add(int size, double[] by, int at, double[] a, double[] b, double[] c, double[] d) {
    double byA = by[at];
    double byB = by[at + 1];
    double byC = by[at + 2];
    double byD = by[at + 3];
    double[] to = result;
    for (int k = 0; k < size; k++) {
      to[k] = to[k] + byA * a[k] + byB * b[k] + byC * c[k] + byD * d[k];
    }
  }

  private void add(int size, double by, double[] a) {
    double[] to = result;
    for (int k = 0; k < size; k++) {
      to[k] = to[k] + by * a[k];
    }
  }

  /** Tells the product of one metric by host; NaN where it was not judged. */
  void put(double[] z, int[] place, int from, int size, double[] w, int m, int metrics) {
    for (int k = 0; k < size; k++) {
      boolean missing = Double.isNaN(z[place[from + k]]);
      w[(from + k) * metrics + m] = missing ? Double.NaN : result[k];
    }
  }

  /** How much each row of the block counts; returns the sum so far with theirs. */
  double weigh(int metrics, boolean[] teaches, int from, int size, double sumBefore) {
    java.util.Arrays.fill(square, 0, size, 0);
    for (int m = 0; m < metrics; m++) {
      square(size, known[m]);
    }
    double sum = sumBefore;
    for (int k = 0; k < size; k++) {
      boolean counts = teaches[from + k] && told[k] > 0;
      double meanSquare = counts ? square[k] / told[k] : 0;
      double own = meanSquare > WILD_MEAN_SQUARE ? WILD_MEAN_SQUARE / meanSquare : 1;
      weight[k] = counts ? own : 0;
      sum += weight[k];
    }
    return sum;
  }

  private void square(int size, double[] a) {
    double[] to = square;
    for (int k = 0; k < size; k++) {
      to[k] = to[k] + a[k] * a[k];
    }
  }

  /** Adds the weighted products of a metric with those before it, and itself, to a row of sums. */
  void addProducts(int metric, int size, double[] sum, int row) {
    double[] own = known[metric];
    double[] by = weighted;
    for (int k = 0; k < size; k++) {
      by[k] = weight[k] * own[k];
    }
    int j = 0;
    for (; j + 4 <= metric + 1; j += 4) {
      addProducts(size, known[j], known[j + 1], known[j + 2], known[j + 3], sum, row + j);
    }
    for (; j <= metric; j++) {
      double total = sum[row + j];
      double[] other = known[j];
      for (int k = 0; k < size; k++) {
        total += by[k] * other[k];
      }
      sum[row + j] = total;
    }
  }

  private void addProducts(
      int size, double[] a, double[] b, double[] c, double[] d, double[] sum, int at) {
    double[] by = weighted;
    double sumA = sum[at];
    double sumB = sum[at + 1];
    double sumC = sum[at + 2];
    double sumD = sum[at + 3];
    for (int k = 0; k < size; k++) {
      double own = by[k];
      sumA += own * a[k];
      sumB += own * b[k];
      sumC += own * c[k];
      sumD += own * d[k];
    }
    sum[at] = sumA;
    sum[at + 1] = sumB;
    sum[at + 2] = sumC;
    sum[at + 3] = sumD;
  }
}
