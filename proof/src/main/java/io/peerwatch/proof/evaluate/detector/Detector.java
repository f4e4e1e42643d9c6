package io.peerwatch.proof.evaluate.detector;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.streams.score.Alarm;
import java.util.List;

/** Something that looks at a group's windows in order and raises alarms. It never sees a label. */
public interface Detector {

  /** Takes in the next window. */
  void judge(GroupWindow window);

  /**
   * All alarms so far in the order of opening.
   *
   * @param endMillis where those that are still open end, epoch milliseconds
   */
  List<Alarm> alarms(long endMillis);
}
