package io.peerwatch.proof.evaluate.recorded;

import io.peerwatch.proof.evaluate.detector.EpisodeTrack;
import io.peerwatch.streams.score.Alarm;
import io.peerwatch.streams.score.AlarmScore;
import io.peerwatch.streams.score.AlarmScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one fixed threshold on the scores could have done, chosen with the labels in sight.
 *
 * @param found incidents
 * @param falseAlarmsPerWeek at that threshold
 */
public record BestThreshold(long found, double falseAlarmsPerWeek) {
  private static final int CANDIDATES = 300;

  /** A threshold and what it finds. */
  private record Trial(double falseAlarmsPerWeek, long found) {}

  /** By budget: the most that is found within it; nothing where even one alarm is too many. */
  static List<BestThreshold> within(
      List<Double> budgets, List<WatchedGroup> groups, AlarmScorer scorer, double groupWeeks) {
    List<Trial> trials = trials(groups, scorer, groupWeeks);
    List<BestThreshold> best = new ArrayList<>();
    for (double budget : budgets) {
      Trial most = new Trial(0, 0);
      for (Trial trial : trials) {
        boolean within = trial.falseAlarmsPerWeek() <= budget;
        most = within && trial.found() > most.found() ? trial : most;
      }
      best.add(new BestThreshold(most.found(), most.falseAlarmsPerWeek()));
    }
    return best;
  }

  private static List<Trial> trials(
      List<WatchedGroup> groups, AlarmScorer scorer, double groupWeeks) {
    double[] all =
        groups.stream()
            .flatMap(group -> group.scores.stream())
            .flatMapToDouble(Arrays::stream)
            .filter(score -> !Double.isNaN(score))
            .sorted()
            .toArray();
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i <= CANDIDATES && all.length > 0; i++) {
      double rank = Math.pow(all.length / 4.0, (double) i / CANDIDATES);
      double threshold = all[Math.max(0, all.length - (int) Math.round(rank))];
      AlarmScore score = scorer.score(alarms(groups, threshold), groupWeeks);
      trials.add(new Trial(score.falseAlarmsPerWeek(), score.found()));
    }
    return trials;
  }

  private static List<Alarm> alarms(List<WatchedGroup> groups, double threshold) {
    List<Alarm> alarms = new ArrayList<>();
    for (WatchedGroup group : groups) {
      var track = new EpisodeTrack(threshold);
      long end = 0;
      for (int i = 0; i < group.windows.size(); i++) {
        track.step(group.windows.get(i), group.scores.get(i));
        end = group.windows.get(i).end();
      }
      alarms.addAll(track.alarms(end));
    }
    return alarms;
  }
}
