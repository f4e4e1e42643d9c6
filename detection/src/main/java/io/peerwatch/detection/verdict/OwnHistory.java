package io.peerwatch.detection.verdict;

/** Names the odd one of two hosts by their own past, where it does. */
final class OwnHistory {

  /** In its own standard deviations: how far the odd one must be from its own mean. */
  private static final double FAR = 3;

  /** How many times as far as the other. */
  private static final double TIMES = 2.5;

  private OwnHistory() {}

  /** The host that alone left its own usual values, or -1. */
  static int oddOfPair(Comparison now) {
    if (now.hosts != 2) {
      return -1;
    }
    double first = distance(now, 0);
    double second = distance(now, 1);
    if (first >= FAR && first >= TIMES * second) {
      return 0;
    }
    return second >= FAR && second >= TIMES * first ? 1 : -1;
  }

  /** Distance from its own mean on the metrics to blame, weighed by blame. */
  private static double distance(Comparison now, int h) {
    double sum = 0;
    double weights = 0;
    for (int m = 0; m < now.metrics; m++) {
      if (!Double.isNaN(now.z(h, m))) {
        double weight = now.records[h].recentSize(m) * now.records[h].recentSize(m);
        sum += weight * Math.abs(now.records[h].baseline.normalised(m, now.y(h, m)));
        weights += weight;
      }
    }
    return weights > 0 ? sum / weights : 0;
  }
}
