package io.peerwatch.proof.evaluate.detector;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.episode.EpisodeBook;
import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.verdict.Evidence;
import io.peerwatch.detection.verdict.GroupJudge;
import io.peerwatch.detection.verdict.Verdict;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.streams.score.Alarm;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ours: the judge and the episodes that the topology runs. */
public final class Peerwatch implements Detector {
  private final long windowMillis;
  private final GroupJudge judge;
  private final Map<String, Episode> episodes = new LinkedHashMap<>();
  private EpisodeBook book;

  public Peerwatch(long windowMillis, double falseAlarmsPerWeek) {
    this.windowMillis = windowMillis;
    this.judge =
        new GroupJudge(
            DetectionSettings.of(windowMillis).withFalseAlarmsPerWeek(falseAlarmsPerWeek));
  }

  @Override
  public void judge(GroupWindow window) {
    if (book == null) {
      book = new EpisodeBook(window.group());
    }
    for (Episode change : book.step(judge.judge(window))) {
      episodes.put(change.alertId(), change);
    }
  }

  @Override
  public List<Alarm> alarms(long endMillis) {
    return episodes.values().stream()
        .map(episode -> alarm(episode, endMillis))
        .sorted(Comparator.comparingLong(Alarm::openedMillis))
        .toList();
  }

  private Alarm alarm(Episode episode, long endMillis) {
    return new Alarm(
        episode.group(),
        episode.host(),
        episode.hosts(),
        episode.openedAt() - windowMillis,
        episode.openedAt(),
        episode.resolvedAt() < 0 ? endMillis : episode.resolvedAt(),
        episode.verdict() == Verdict.LONE_HOST,
        episode.evidence().stream().map(Evidence::metric).toList());
  }
}
