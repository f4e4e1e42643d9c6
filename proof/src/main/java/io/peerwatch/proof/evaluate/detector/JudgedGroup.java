package io.peerwatch.proof.evaluate.detector;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.episode.EpisodeBook;
import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.verdict.Evidence;
import io.peerwatch.detection.verdict.GroupJudge;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.verdict.MetricReadings;
import io.peerwatch.detection.verdict.ScoreReadings;
import io.peerwatch.detection.verdict.Verdict;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.streams.score.Alarm;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One group under one budget, as the topology would judge it. */
final class JudgedGroup {
  private final DetectionSettings settings;
  private final GroupJudge judge;
  private final Map<String, Episode> episodes = new LinkedHashMap<>();
  private EpisodeBook book;
  private GroupJudgement last;

  JudgedGroup(DetectionSettings settings) {
    this.settings = settings;
    this.judge = new GroupJudge(settings);
  }

  void judge(GroupWindow window) {
    if (book == null) {
      book = new EpisodeBook(window.group());
    }
    last = judge.judge(window);
    for (Episode change : book.step(last)) {
      episodes.put(change.alertId(), change);
    }
  }

  double[] scores() {
    double[] scores = new double[last.window().hosts().size()];
    Arrays.fill(scores, Double.NaN);
    for (MetricReadings readings : last.readings()) {
      if (readings.metric().equals(ScoreReadings.METRIC)) {
        for (int h = 0; h < scores.length; h++) {
          int at = readings.hosts().indexOf(last.window().hosts().get(h).host());
          scores[h] = at < 0 ? Double.NaN : readings.observed()[at];
        }
      }
    }
    return scores;
  }

  List<Alarm> alarms(long endMillis) {
    return episodes.values().stream()
        .map(episode -> alarm(episode, endMillis))
        .sorted(Comparator.comparingLong(Alarm::openedMillis))
        .toList();
  }

  private Alarm alarm(Episode episode, long endMillis) {
    return new Alarm(
        episode.group(),
        episode.host(),
        episode.verdict() == Verdict.GROUP_SHIFT ? List.of() : episode.hosts(),
        episode.openedAt() - settings.windowMillis(),
        episode.openedAt(),
        episode.resolvedAt() < 0 ? endMillis : episode.resolvedAt(),
        episode.verdict() == Verdict.LONE_HOST,
        episode.evidence().stream().map(Evidence::metric).toList());
  }
}
