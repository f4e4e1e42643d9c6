package io.peerwatch.proof.evaluate.detector;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.streams.score.Alarm;
import java.util.List;

/**
 * Something that looks at one group's windows in order and raises alarms, for several budgets at
 * once. It never sees a label.
 */
public interface Detector {

  /** Takes in the next window. */
  void judge(GroupWindow window);

  /**
   * All alarms so far in the order of opening.
   *
   * @param budget number of the budget, from 0
   * @param endMillis where those that are still open end, epoch milliseconds
   */
  List<Alarm> alarms(int budget, long endMillis);

  /**
   * How odd every host of the last window was, in its order; the larger the odder, NaN where that
   * can't be told.
   */
  double[] scores();
}
