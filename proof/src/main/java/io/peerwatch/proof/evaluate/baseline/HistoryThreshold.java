package io.peerwatch.proof.evaluate.baseline;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.proof.evaluate.detector.EpisodeTrack;
import java.util.Arrays;
import java.util.List;

/** The lowest threshold that a stretch of windows allows for a budget. */
final class HistoryThreshold {
  private static final double WEEK_MILLIS = 7 * 86_400_000.0;
  private static final int CANDIDATES = 400;

  private HistoryThreshold() {}

  /**
   * Infinite without any score.
   *
   * @param scores by window, in the order of its hosts
   */
  static double of(List<GroupWindow> windows, List<double[]> scores, double falseAlarmsPerWeek) {
    double[] all =
        scores.stream()
            .flatMapToDouble(Arrays::stream)
            .filter(score -> !Double.isNaN(score))
            .sorted()
            .toArray();
    if (all.length == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double weeks = (windows.get(windows.size() - 1).end() - windows.get(0).start()) / WEEK_MILLIS;
    double best = Math.nextUp(all[all.length - 1]);
    for (int i = 1; i <= CANDIDATES; i++) {
      int at =
          all.length - 1 - (int) Math.round(Math.pow(all.length / 20.0, (double) i / CANDIDATES));
      if (at < 0 || opened(windows, scores, all[at]) > falseAlarmsPerWeek * weeks) {
        break;
      }
      best = all[at];
    }
    return best;
  }

  private static int opened(List<GroupWindow> windows, List<double[]> scores, double threshold) {
    var trial = new EpisodeTrack(threshold);
    for (int i = 0; i < windows.size(); i++) {
      trial.step(windows.get(i), scores.get(i));
    }
    return trial.opened();
  }
}
