package io.peerwatch.proof.evaluate.baseline;

import io.peerwatch.detection.window.GroupWindow;

/** A control: knows the clock and nothing else. */
final class TimeOfDay implements HostScorer {
  private static final long DAY_MILLIS = 86_400_000;

  @Override
  public void score(GroupWindow window, double[] scores) {
    java.util.Arrays.fill(scores, (double) (window.start() % DAY_MILLIS) / DAY_MILLIS);
  }
}
