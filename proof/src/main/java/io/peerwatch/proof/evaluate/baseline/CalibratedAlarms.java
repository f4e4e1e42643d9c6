package io.peerwatch.proof.evaluate.baseline;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import io.peerwatch.proof.evaluate.detector.Detector;
import io.peerwatch.streams.score.Alarm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes alarms of scores, for every baseline alike: the score that counts is the median of the last
 * three; the threshold is the lowest at which the second half of the history (the first is for
 * learning) would have opened no more episodes than the budget; an episode closes after {@value
 * #CALM_WINDOWS} windows under it.
 */
final class CalibratedAlarms implements Detector {
  private static final int CALM_WINDOWS = 6;
  private static final double WEEK_MILLIS = 7 * 86_400_000.0;
  private static final int CANDIDATES = 400;

  private final HostScorer scorer;
  private final int historyWindows;
  private final double falseAlarmsPerWeek;
  private final Map<String, double[]> last = new HashMap<>();
  private final List<GroupWindow> history = new ArrayList<>();
  private final List<double[]> historyScores = new ArrayList<>();
  private EpisodeTrack track;
  private int windows;

  CalibratedAlarms(HostScorer scorer, int historyWindows, double falseAlarmsPerWeek) {
    this.scorer = scorer;
    this.historyWindows = historyWindows;
    this.falseAlarmsPerWeek = falseAlarmsPerWeek;
  }

  @Override
  public void judge(GroupWindow window) {
    double[] scores = new double[window.hosts().size()];
    scorer.score(window, scores);
    for (int h = 0; h < scores.length; h++) {
      scores[h] = medianOfThree(window.hosts().get(h), scores[h]);
    }
    windows++;
    if (windows > historyWindows) {
      if (track == null) {
        track = new EpisodeTrack(threshold(), CALM_WINDOWS);
        history.clear();
        historyScores.clear();
      }
      track.step(window, scores);
    } else if (windows > historyWindows / 2) {
      history.add(window);
      historyScores.add(scores);
    }
  }

  private double medianOfThree(HostWindow host, double score) {
    double[] three = last.computeIfAbsent(host.host(), any -> new double[3]);
    if (!Double.isNaN(score)) {
      three[2] = three[1];
      three[1] = three[0];
      three[0] = score;
    }
    return Double.isNaN(score)
        ? score
        : Math.max(Math.min(three[0], three[1]), Math.min(Math.max(three[0], three[1]), three[2]));
  }

  private double threshold() {
    double[] all =
        historyScores.stream()
            .flatMapToDouble(java.util.Arrays::stream)
            .filter(score -> !Double.isNaN(score))
            .sorted()
            .toArray();
    if (all.length == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double weeks = (history.get(history.size() - 1).end() - history.get(0).start()) / WEEK_MILLIS;
    double best = Math.nextUp(all[all.length - 1]);
    for (int i = 1; i <= CANDIDATES; i++) {
      int at =
          all.length - 1 - (int) Math.round(Math.pow(all.length / 20.0, (double) i / CANDIDATES));
      if (at < 0 || opened(all[at]) > falseAlarmsPerWeek * weeks) {
        break;
      }
      best = all[at];
    }
    return best;
  }

  private int opened(double threshold) {
    var trial = new EpisodeTrack(threshold, CALM_WINDOWS);
    for (int i = 0; i < history.size(); i++) {
      trial.step(history.get(i), historyScores.get(i));
    }
    return trial.opened();
  }

  @Override
  public List<Alarm> alarms(long endMillis) {
    return track == null ? List.of() : track.alarms(endMillis);
  }
}
