package io.peerwatch.detection.capacity.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Points of a curve, by x.
 *
 * @param x requests per second of a unit
 * @param y load per core, or CPU
 * @param variance of y, from its scatter and how often it was seen, with a floor for what no model
 *     explains
 */
record Points(double[] x, double[] y, double[] variance) {
  private static final double WEIGHT_MIN = 3;
  private static final double UNEXPLAINED = 0.02; // of y

  static Points ofLoad(Collection<Bin> bins) {
    List<Bin> told = new ArrayList<>(bins);
    told.removeIf(bin -> bin.weight < WEIGHT_MIN || !(bin.load.mean() > 0));
    double[] weights = told.stream().mapToDouble(bin -> bin.weight).toArray();
    return of(told, told.stream().map(bin -> bin.load).toList(), weights);
  }

  static Points ofCpu(Collection<Bin> bins) {
    List<Bin> told = new ArrayList<>(bins);
    told.removeIf(bin -> bin.cpuWeight < WEIGHT_MIN || !(bin.cpu.mean() > 0));
    double[] weights = told.stream().mapToDouble(bin -> bin.cpuWeight).toArray();
    return of(told, told.stream().map(bin -> bin.cpu).toList(), weights);
  }

  private static Points of(List<Bin> bins, List<RobustMean> means, double[] weights) {
    double[] x = bins.stream().mapToDouble(bin -> bin.requests.mean()).toArray();
    double[] y = means.stream().mapToDouble(RobustMean::mean).toArray();
    double[] variance = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double floor = UNEXPLAINED * y[i];
      double scatter = means.get(i).scatter();
      variance[i] = scatter * scatter / weights[i] + floor * floor;
    }
    return new Points(x, y, variance);
  }

  int size() {
    return x.length;
  }

  double largestX() {
    return x[x.length - 1];
  }

  /** y where x is largest. */
  double lastY() {
    return y[y.length - 1];
  }

  /** Largest x over smallest. */
  double span() {
    return x.length == 0 ? 1 : largestX() / x[0];
  }

  /** The same without those from one index to before another. */
  Points without(int from, int to) {
    return new Points(rest(x, from, to), rest(y, from, to), rest(variance, from, to));
  }

  private static double[] rest(double[] values, int from, int to) {
    double[] rest = Arrays.copyOf(values, values.length - (to - from));
    System.arraycopy(values, to, rest, from, values.length - to);
    return rest;
  }
}
