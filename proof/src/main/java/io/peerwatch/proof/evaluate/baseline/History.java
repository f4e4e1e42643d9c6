package io.peerwatch.proof.evaluate.baseline;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.HashMap;
import java.util.Map;

/** Mean and spread of a host's metrics, or of all hosts' together, followed by moving averages. */
final class History {
  private static final double SPREAD_MIN_RATIO = 0.01;
  private static final double CLIP = 4;

  /** Values taken as they are, so that the first spreads are not too small for good. */
  private static final int UNCLIPPED = 300;

  private final Map<String, double[][]> moments = new HashMap<>();
  private final double step;

  /**
   * @param step weight of the newest value, 0..1; while little is known it is larger
   */
  History(double step) {
    this.step = step;
  }

  /** How far the value lies from what was usual, in spreads; 0 while nothing is known. */
  double deviation(String of, int m, double value, int metrics) {
    double[][] known = of(of, metrics);
    if (known[2][m] < 20 || Double.isNaN(value)) {
      return 0;
    }
    double floor = SPREAD_MIN_RATIO * Math.abs(known[0][m]) + Double.MIN_NORMAL;
    return (value - known[0][m]) / Math.max(floor, Math.sqrt(known[1][m]));
  }

  /** Takes in a value; wild ones count for less. */
  void learn(String of, int m, double value, int metrics) {
    if (Double.isNaN(value)) {
      return;
    }
    double[][] known = of(of, metrics);
    double weight = Math.max(step, 1 / (known[2][m] + 1));
    double spread = Math.sqrt(known[1][m]);
    double error = value - known[0][m];
    double clipped =
        known[2][m] < UNCLIPPED || spread == 0
            ? error
            : Math.max(-CLIP * spread, Math.min(CLIP * spread, error));
    known[0][m] += weight * clipped;
    known[1][m] += weight * (clipped * clipped - known[1][m]);
    known[2][m]++;
  }

  void learn(GroupWindow window) {
    for (HostWindow host : window.hosts()) {
      for (int m = 0; m < host.values().length; m++) {
        learn(host.host(), m, host.values()[m], host.values().length);
      }
    }
  }

  private double[][] of(String name, int metrics) {
    return moments.computeIfAbsent(name, any -> new double[3][metrics]);
  }
}
