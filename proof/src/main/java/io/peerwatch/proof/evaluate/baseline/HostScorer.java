package io.peerwatch.proof.evaluate.baseline;

import io.peerwatch.detection.window.GroupWindow;

/** How odd every host of a window is; the larger, the odder. */
interface HostScorer {

  /**
   * @param scores to be filled in the order of the window's hosts; NaN where nothing can be told
   */
  void score(GroupWindow window, double[] scores);
}
