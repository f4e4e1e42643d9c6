package io.peerwatch.proof.evaluate.baseline;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;

/**
 * What is left of every host once its usual level and the group's median are taken off, in spreads.
 */
final class Residuals {
  private static final double STEP = 1.0 / (4 * 288);
  private static final double CLIP = 8;

  private final History levels = new History(STEP);
  private final History rests = new History(STEP);

  /** By host and metric; null for a host that reported nothing. */
  double[][] of(GroupWindow window) {
    int metrics = window.metrics().size();
    double[][] moved = new double[window.hosts().size()][];
    for (int h = 0; h < moved.length; h++) {
      HostWindow host = window.hosts().get(h);
      moved[h] = host.samples() == 0 ? null : new double[metrics];
      for (int m = 0; m < metrics && moved[h] != null; m++) {
        moved[h][m] = levels.deviation(host.host(), m, host.values()[m], metrics);
      }
    }
    levels.learn(window);
    return apart(window, moved, metrics);
  }

  private double[][] apart(GroupWindow window, double[][] moved, int metrics) {
    for (int m = 0; m < metrics; m++) {
      final int metric = m;
      double[] known =
          java.util.Arrays.stream(moved)
              .filter(host -> host != null)
              .mapToDouble(host -> host[metric])
              .toArray();
      double median = MetricScorer.median(known);
      for (int h = 0; h < moved.length; h++) {
        if (moved[h] != null) {
          String name = window.hosts().get(h).host();
          double rest = moved[h][m] - median;
          double deviation = rests.deviation(name, m, rest, metrics);
          rests.learn(name, m, rest, metrics);
          moved[h][m] = Math.max(-CLIP, Math.min(CLIP, deviation));
        }
      }
    }
    return moved;
  }
}
