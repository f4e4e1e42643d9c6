package io.peerwatch.proof.evaluate.recorded;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.proof.evaluate.baseline.Baseline;
import io.peerwatch.proof.evaluate.detector.Detector;
import io.peerwatch.proof.evaluate.detector.Peerwatch;
import io.peerwatch.proof.evaluate.work.Advance;
import io.peerwatch.proof.evaluate.work.Work;
import io.peerwatch.schemas.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All detectors on recorded windows: every one learns on what lies before the scored time, sets its
 * threshold there for the same budgets with no label, and is scored on the rest by one scorer.
 */
public final class RecordedContest {
  private static final double HOSTS_COST = 2;

  private final RecordedSettings settings;
  private final Map<String, List<GroupWindow>> windows;
  private final RecordedScorer scorer;

  /**
   * @param windows by group, in order
   * @throws IllegalArgumentException when there is nothing to learn from or nothing to score, with
   *     a line for the user
   */
  public RecordedContest(RecordedSettings settings, Map<String, List<GroupWindow>> windows) {
    this.settings = settings;
    this.windows = windows;
    requireWindows();
    this.scorer = new RecordedScorer(settings, windows);
  }

  private void requireWindows() {
    boolean before = false;
    boolean after = false;
    for (List<GroupWindow> ofGroup : windows.values()) {
      before |= ofGroup.get(0).start() < settings.fromMillis();
      after |= ofGroup.get(ofGroup.size() - 1).start() >= settings.fromMillis();
    }
    if (!before || !after) {
      throw new IllegalArgumentException(
          "the samples must begin before the scored time, to learn from, and end after its start");
    }
  }

  /** Every detector's score, ours first, then the other rules, then the controls. */
  public RecordedResult run(Progress progress) {
    List<RecordedRow> rows = new ArrayList<>();
    var work = new Work();
    work.add(
        cost(2 * settings.budgets().size()),
        advance ->
            scorer.scored(
                Peerwatch.TITLE,
                watched(
                    advance,
                    () ->
                        new Peerwatch(
                            settings.windowMillis(), settings.budgets(), settings.workMetric()))),
        rows::addAll);
    for (Baseline baseline : Baseline.values()) {
      work.add(
          cost(baseline.cost()),
          advance ->
              scorer.scored(
                  baseline.title(),
                  watched(
                      advance, () -> baseline.detector(settings.fromMillis(), settings.budgets()))),
          rows::addAll);
    }
    work.run(settings.threads(), "evaluating", progress);
    return new RecordedResult(
        scorer.groupWeeks(), scorer.labelledShare(), scorer.shownShare(), rows);
  }

  private double cost(double ofDetector) {
    return ofDetector * HOSTS_COST * windowCount() / 100;
  }

  private long windowCount() {
    return windows.values().stream().mapToLong(List::size).sum();
  }

  /** Shows every group's windows to a detector of its own. */
  private List<WatchedGroup> watched(Advance advance, Supplier<Detector> detectors) {
    List<WatchedGroup> all = new ArrayList<>();
    long[] shown = {0};
    windows.forEach(
        (group, ofGroup) -> {
          var watched = new WatchedGroup(detectors.get());
          for (GroupWindow window : ofGroup) {
            watched.judge(window, scorer.scores(window.start()));
            advance.to((double) ++shown[0] / windowCount());
          }
          all.add(watched);
        });
    return all;
  }
}
