package io.peerwatch.proof.evaluate.baseline;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import io.peerwatch.proof.evaluate.detector.Detector;
import io.peerwatch.proof.evaluate.detector.EpisodeTrack;
import io.peerwatch.streams.score.Alarm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes alarms of scores, for every baseline alike: the score that counts is the median of the last
 * three; the threshold is the lowest at which the second half of the history (the first is for
 * learning) would have opened no more episodes than the budget; an episode closes after {@value
 * EpisodeTrack#CALM_WINDOWS} windows under it.
 */
final class CalibratedAlarms implements Detector {

  private final HostScorer scorer;
  private final long historyEndMillis;
  private final List<Double> budgets;
  private final Map<String, double[]> last = new HashMap<>();
  private final List<GroupWindow> pastWindows = new ArrayList<>();
  private final List<double[]> pastScores = new ArrayList<>();
  private final List<EpisodeTrack> tracks = new ArrayList<>();
  private double[] scores = new double[0];
  private long startMillis = Long.MIN_VALUE;

  CalibratedAlarms(HostScorer scorer, long historyEndMillis, List<Double> falseAlarmsPerWeek) {
    this.scorer = scorer;
    this.historyEndMillis = historyEndMillis;
    this.budgets = List.copyOf(falseAlarmsPerWeek);
  }

  @Override
  public void judge(GroupWindow window) {
    startMillis = startMillis == Long.MIN_VALUE ? window.start() : startMillis;
    scores = new double[window.hosts().size()];
    scorer.score(window, scores);
    for (int h = 0; h < scores.length; h++) {
      scores[h] = medianOfThree(window.hosts().get(h), scores[h]);
    }
    if (window.start() >= historyEndMillis) {
      if (tracks.isEmpty()) {
        calibrate();
      }
      tracks.forEach(track -> track.step(window, scores));
    } else if (window.start() - startMillis >= (historyEndMillis - startMillis) / 2) {
      pastWindows.add(window);
      pastScores.add(scores);
    }
  }

  private void calibrate() {
    for (double budget : budgets) {
      tracks.add(new EpisodeTrack(HistoryThreshold.of(pastWindows, pastScores, budget)));
    }
    pastWindows.clear();
    pastScores.clear();
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

  @Override
  public double[] scores() {
    return scores;
  }

  @Override
  public List<Alarm> alarms(int budget, long endMillis) {
    return tracks.isEmpty() ? List.of() : tracks.get(budget).alarms(endMillis);
  }
}
