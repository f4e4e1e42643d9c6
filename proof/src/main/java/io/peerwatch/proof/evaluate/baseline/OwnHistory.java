package io.peerwatch.proof.evaluate.baseline;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;

/** Each metric against the host's own moving mean and deviation over about four hours; no peers. */
final class OwnHistory implements HostScorer {
  private final History history = new History(1.0 / 48);

  @Override
  public void score(GroupWindow window, double[] scores) {
    for (int h = 0; h < scores.length; h++) {
      HostWindow host = window.hosts().get(h);
      scores[h] = host.samples() == 0 ? Double.NaN : 0;
      for (int m = 0; m < host.values().length && host.samples() > 0; m++) {
        double deviation =
            history.deviation(host.host(), m, host.values()[m], host.values().length);
        scores[h] = Math.max(scores[h], Math.abs(deviation));
      }
    }
    history.learn(window);
  }
}
