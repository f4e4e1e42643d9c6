package io.peerwatch.proof.evaluate.baseline;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;

/**
 * One limit per metric for all hosts and times, as people write them: how far a value lies above
 * what was usual in the whole history.
 */
final class FixedLimits implements HostScorer {
  private static final String ALL = "";
  private final History history = new History(0);

  @Override
  public void score(GroupWindow window, double[] scores) {
    for (int h = 0; h < scores.length; h++) {
      HostWindow host = window.hosts().get(h);
      scores[h] = host.samples() == 0 ? Double.NaN : Double.NEGATIVE_INFINITY;
      for (int m = 0; m < host.values().length && host.samples() > 0; m++) {
        double value = host.values()[m];
        scores[h] = Math.max(scores[h], history.deviation(ALL, m, value, host.values().length));
        history.learn(ALL, m, value, host.values().length);
      }
    }
  }
}
