package io.peerwatch.detection.baseline;

import java.util.Arrays;

/**
 * What all hosts of a group are usually like: for each figure of {@link HostBaseline} and each
 * metric a column over the hosts, so that a window is judged and learned column by column. The
 * figures that have a time of day have a column for each bin ({@code metric * BINS + bin}).
 */
public final class BaselineColumns {

  final int hosts;
  double[][] seen = new double[0][];
  double[][] mean = new double[0][];
  double[][] variance = new double[0][];
  double[][] floor = new double[0][];
  double[][] level = new double[0][];
  double[][] slope = new double[0][];
  double[][] spread = new double[0][];
  double[][] dayBias = new double[0][];
  double[][] daySpread = new double[0][];

  /**
   * @param hosts how many there are; others need columns of their own
   */
  public BaselineColumns(int hosts) {
    this.hosts = hosts;
  }

  /** How many places there are for hosts. */
  public int hosts() {
    return hosts;
  }

  public int metrics() {
    return seen.length;
  }

  /** Makes room for more metrics, of which nothing is known. */
  public void grow(int metrics) {
    if (metrics <= metrics()) {
      return;
    }
    seen = grown(seen, metrics, 0);
    mean = grown(mean, metrics, 0);
    variance = grown(variance, metrics, 0);
    floor = grown(floor, metrics, 0);
    level = grown(level, metrics, 0);
    slope = grown(slope, metrics, 1);
    spread = grown(spread, metrics, 0);
    dayBias = grown(dayBias, metrics * TimeOfDay.BINS, 0);
    daySpread = grown(daySpread, metrics * TimeOfDay.BINS, 1);
  }

  private double[][] grown(double[][] columns, int length, double filler) {
    double[][] more = Arrays.copyOf(columns, length);
    for (int m = columns.length; m < length; m++) {
      more[m] = new double[hosts];
      Arrays.fill(more[m], filler);
    }
    return more;
  }

  /** Takes the spreads of a metric as so many times as large. */
  public void scaleSpreads(int m, double factor) {
    for (int i = 0; i < hosts && factor != 1; i++) {
      spread[m][i] *= factor;
    }
  }

  /** Values of a metric that each host was seen with. */
  public double[] seen(int m) {
    return seen[m];
  }

  /** Takes over what is known of a host. */
  void copy(int host, BaselineColumns from, int fromHost) {
    grow(from.metrics());
    double[][][] source = from.all();
    double[][][] target = all();
    for (int f = 0; f < source.length; f++) {
      for (int m = 0; m < source[f].length; m++) {
        target[f][m][host] = source[f][m][fromHost];
      }
    }
  }

  /** In the order in which they are written. */
  private double[][][] all() {
    return new double[][][] {seen, mean, variance, floor, level, slope, spread, dayBias, daySpread};
  }

  /** One host's figures, each as an array over metrics (and bins). */
  double[][] of(int host) {
    double[][][] columns = all();
    double[][] figures = new double[columns.length][];
    for (int f = 0; f < columns.length; f++) {
      figures[f] = new double[columns[f].length];
      for (int m = 0; m < columns[f].length; m++) {
        figures[f][m] = columns[f][m][host];
      }
    }
    return figures;
  }

  /** Takes in what {@link #of} gave. */
  void set(int host, double[][] figures) {
    grow(figures[0].length);
    double[][][] columns = all();
    for (int f = 0; f < columns.length; f++) {
      for (int m = 0; m < figures[f].length; m++) {
        columns[f][m][host] = figures[f][m];
      }
    }
  }
}
