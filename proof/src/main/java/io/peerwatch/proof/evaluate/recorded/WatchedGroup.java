package io.peerwatch.proof.evaluate.recorded;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.proof.evaluate.detector.Detector;
import java.util.ArrayList;
import java.util.List;

/** One group under the eyes of one detector, with what it thought of every host. */
final class WatchedGroup {
  final Detector detector;
  final List<GroupWindow> windows = new ArrayList<>();
  final List<double[]> scores = new ArrayList<>();

  WatchedGroup(Detector detector) {
    this.detector = detector;
  }

  /**
   * @param scored whether the window is in the scored time, so that the scores are kept
   */
  void judge(GroupWindow window, boolean scored) {
    detector.judge(window);
    if (scored) {
      windows.add(window);
      scores.add(detector.scores());
    }
  }
}
