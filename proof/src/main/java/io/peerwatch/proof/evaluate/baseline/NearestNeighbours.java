package io.peerwatch.proof.evaluate.baseline;

import io.peerwatch.detection.window.GroupWindow;
import java.util.ArrayList;
import java.util.List;

/**
 * Distance of a host's residual against its peers to the fifth nearest of those that the group has
 * shown before: a strong and simple one among published detectors (Ramaswamy and others, SIGMOD
 * 2000).
 */
final class NearestNeighbours implements HostScorer {
  private static final int NEIGHBOUR = 5;
  private static final int KEPT_MAX = 1_500;

  private final Residuals residuals = new Residuals();
  private final List<double[]> kept = new ArrayList<>();
  private long seen;

  @Override
  public void score(GroupWindow window, double[] scores) {
    double[][] rests = residuals.of(window);
    for (int h = 0; h < scores.length; h++) {
      scores[h] = rests[h] == null ? Double.NaN : distance(rests[h]);
    }
    for (double[] rest : rests) {
      if (rest != null) {
        keep(rest);
      }
    }
  }

  private double distance(double[] rest) {
    if (kept.size() < NEIGHBOUR) {
      return 0;
    }
    double[] nearest = new double[NEIGHBOUR];
    java.util.Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (double[] other : kept) {
      double square = 0;
      for (int m = 0; m < rest.length && square < nearest[NEIGHBOUR - 1]; m++) {
        square += (rest[m] - other[m]) * (rest[m] - other[m]);
      }
      for (int i = NEIGHBOUR - 1; i >= 0 && square < nearest[i]; i--) {
        if (i < NEIGHBOUR - 1) {
          nearest[i + 1] = nearest[i];
        }
        nearest[i] = square;
      }
    }
    return Math.sqrt(nearest[NEIGHBOUR - 1]);
  }

  /** Spread evenly over time, so that all of the past is in it: every so many-th takes a place. */
  private void keep(double[] rest) {
    seen++;
    if (kept.size() < KEPT_MAX) {
      kept.add(rest);
    } else if (seen % 7 == 0) {
      kept.set((int) (seen / 7 * 31 % KEPT_MAX), rest);
    }
  }
}
