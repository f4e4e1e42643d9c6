package io.peerwatch.detection.evidence;

/**
 * The heavy loops of {@link Whitening}, over so many hosts at a time as the nearest caches hold:
 * columns over hosts, in which what is missing is 0 and adds nothing. Sums run over metrics, or
 * over hosts, in order, so that the size of blocks makes no difference.
 */
final class WhiteningBlocks {

  static final int HOSTS = 256;

  /** A row counts less when its mean square is over this. */
  private static final float WILD_MEAN_SQUARE = 3;

  private float[][] known = new float[0][];

  /** By metric and host: 1 where there is a deviation, else 0. */
  private float[][] is = new float[0][];

  private float[] result = new float[0];
  private float[] square = new float[0];
  private float[] told = new float[0];
  private float[] weight = new float[0];
  private float[] weighted = new float[0];

  /** Makes room for so many metrics of so many hosts, or of a full block. */
  void grow(int metrics, int hosts) {
    int size = Math.min(HOSTS, hosts);
    if (result.length < size) {
      result = new float[size];
      square = new float[size];
      told = new float[size];
      weight = new float[size];
      weighted = new float[size];
      known = new float[0][];
    }
    if (known.length < metrics) {
      known = new float[metrics][result.length];
      is = new float[metrics][result.length];
    }
  }

  /** Takes the columns of so many hosts, with 0 where there is nothing. */
  void take(float[][] z, int metrics, int from, int size) {
    java.util.Arrays.fill(told, 0, size, 0);
    for (int m = 0; m < metrics; m++) {
      take(z[m], known[m], is[m], from, size);
      float[] one = is[m];
      float[] sum = told;
      for (int k = 0; k < size; k++) {
        sum[k] = sum[k] + one[k];
      }
    }
  }

  private static void take(float[] source, float[] target, float[] is, int from, int size) {
    for (int k = 0; k < size; k++) {
      float value = source[from + k];
      boolean missing = Float.isNaN(value);
      target[k] = missing ? 0 : value;
      is[k] = missing ? 0 : 1;
    }
  }

  /** One row of a matrix times the block. */
  void multiply(float[] matrix, int row, int metrics, int size) {
    java.util.Arrays.fill(result, 0, size, 0);
    int j = 0;
    for (; j + 4 <= metrics; j += 4) {
      add(size, matrix, row + j, known[j], known[j + 1], known[j + 2], known[j + 3]);
    }
    for (; j < metrics; j++) {
      add(size, matrix[row + j], known[j]);
    }
  }

  private void add(int size, float[] by, int at, float[] a, float[] b, float[] c, float[] d) {
    float byA = by[at];
    float byB = by[at + 1];
    float byC = by[at + 2];
    float byD = by[at + 3];
    float[] to = result;
    for (int k = 0; k < size; k++) {
      to[k] = to[k] + byA * a[k] + byB * b[k] + byC * c[k] + byD * d[k];
    }
  }

  private void add(int size, float by, float[] a) {
    float[] to = result;
    for (int k = 0; k < size; k++) {
      to[k] = to[k] + by * a[k];
    }
  }

  /** Tells the product of one metric by host; 0 where it was not judged. */
  void put(float[] w, int m, int from, int size) {
    float[] one = is[m];
    float[] of = result;
    for (int k = 0; k < size; k++) {
      w[from + k] = one[k] * of[k];
    }
  }

  /** Tells a metric as it is; 0 where it was not judged. */
  void copy(float[] w, int m, int from, int size) {
    System.arraycopy(known[m], 0, w, from, size);
  }

  /**
   * How much each row of the block counts; returns the sum of it.
   *
   * @param teaches by host, 1 where it is to be learned from, else 0
   */
  float weigh(int metrics, float[] teaches, int from, int size) {
    java.util.Arrays.fill(square, 0, size, 0);
    for (int m = 0; m < metrics; m++) {
      square(size, known[m]);
    }
    float sum = 0;
    for (int k = 0; k < size; k++) {
      boolean counts = teaches[from + k] > 0 && told[k] > 0;
      float meanSquare = counts ? square[k] / told[k] : 0;
      float own = meanSquare > WILD_MEAN_SQUARE ? WILD_MEAN_SQUARE / meanSquare : 1;
      weight[k] = counts ? own : 0;
      sum += weight[k];
    }
    return sum;
  }

  private void square(int size, float[] a) {
    float[] to = square;
    for (int k = 0; k < size; k++) {
      to[k] = to[k] + a[k] * a[k];
    }
  }

  /** Adds the weighted products of a metric with those before it, and itself, to a row of sums. */
  void addProducts(int metric, int size, double[] sum, int row) {
    float[] own = known[metric];
    float[] by = weighted;
    for (int k = 0; k < size; k++) {
      by[k] = weight[k] * own[k];
    }
    int j = 0;
    for (; j + 4 <= metric + 1; j += 4) {
      addProducts(size, known[j], known[j + 1], known[j + 2], known[j + 3], sum, row + j);
    }
    for (; j <= metric; j++) {
      float total = 0;
      float[] other = known[j];
      for (int k = 0; k < size; k++) {
        total += by[k] * other[k];
      }
      sum[row + j] += total;
    }
  }

  private void addProducts(
      int size, float[] a, float[] b, float[] c, float[] d, double[] sum, int at) {
    float[] by = weighted;
    float sumA = 0;
    float sumB = 0;
    float sumC = 0;
    float sumD = 0;
    for (int k = 0; k < size; k++) {
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
