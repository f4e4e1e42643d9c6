package io.peerwatch.proof.evaluate.baseline;

import io.peerwatch.detection.window.GroupWindow;
import java.util.SplittableRandom;

/** A control: chance. What it finds at a budget is the floor of every figure. */
final class RandomScore implements HostScorer {
  private final SplittableRandom random = new SplittableRandom(1);

  @Override
  public void score(GroupWindow window, double[] scores) {
    for (int h = 0; h < scores.length; h++) {
      scores[h] = random.nextDouble();
    }
  }
}
