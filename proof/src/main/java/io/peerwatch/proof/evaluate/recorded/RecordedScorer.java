package io.peerwatch.proof.evaluate.recorded;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import io.peerwatch.proof.evaluate.ShiftedLabels;
import io.peerwatch.proof.evaluate.Tally;
import io.peerwatch.proof.evaluate.detector.Peerwatch;
import io.peerwatch.streams.score.Alarm;
import io.peerwatch.streams.score.AlarmScorer;
import io.peerwatch.streams.score.AveragePrecision;
import io.peerwatch.streams.score.HostBootstrap;
import io.peerwatch.streams.score.Incident;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One way of scoring for all detectors, the one of {@code backtest --labels}. */
final class RecordedScorer {
  private static final double WEEK_MILLIS = 7 * 86_400_000.0;

  private final RecordedSettings settings;
  private final long toMillis;
  private final double groupWeeks;
  private final AlarmScorer scorer;
  private final double labelledShare;
  private final double shownShare;

  RecordedScorer(RecordedSettings settings, Map<String, List<GroupWindow>> windows) {
    this.settings = settings;
    long end = Long.MIN_VALUE;
    for (List<GroupWindow> ofGroup : windows.values()) {
      end = Math.max(end, ofGroup.get(ofGroup.size() - 1).end());
    }
    this.toMillis = Math.min(end, settings.toMillis());
    this.scorer = new AlarmScorer(settings.incidents(), settings.fromMillis(), toMillis);
    double millis = 0;
    long points = 0;
    long labelled = 0;
    long shown = 0;
    for (List<GroupWindow> ofGroup : windows.values()) {
      var band = new LeavesBand(ofGroup, settings.fromMillis());
      for (GroupWindow window : ofGroup) {
        if (scores(window.start())) {
          millis += window.reported() >= 2 ? window.end() - window.start() : 0;
          points += window.hosts().size();
          for (HostWindow host : window.hosts()) {
            boolean counts = labelled(window, host);
            labelled += counts ? 1 : 0;
            shown += counts && band.of(window, host) ? 1 : 0;
          }
        }
      }
    }
    this.groupWeeks = millis / WEEK_MILLIS;
    this.labelledShare = (double) labelled / points;
    this.shownShare = (double) shown / labelled;
  }

  boolean scores(long startMillis) {
    return startMillis >= settings.fromMillis() && startMillis < toMillis;
  }

  /** Time in which at least two hosts reported, so that there was something to compare. */
  double groupWeeks() {
    return groupWeeks;
  }

  double labelledShare() {
    return labelledShare;
  }

  /** Share of the labelled points at which any metric left the host's usual band. */
  double shownShare() {
    return shownShare;
  }

  /** A row for each budget; ours are followed by those with shifted labels. */
  List<RecordedRow> scored(String title, List<WatchedGroup> groups) {
    List<RecordedRow> rows = new ArrayList<>();
    double precision = averagePrecision(groups);
    var best = BestThreshold.within(settings.budgets(), groups, scorer, groupWeeks);
    List<RecordedRow> shifted = new ArrayList<>();
    for (int b = 0; b < settings.budgets().size(); b++) {
      double budget = settings.budgets().get(b);
      List<Alarm> alarms = alarms(groups, b);
      Tally tally = new Tally();
      tally.add(scorer.score(alarms, groupWeeks));
      rows.add(row(title, budget, tally, precision, best.get(b)));
      if (title.equals(Peerwatch.TITLE)) {
        shifted.add(row(ShiftedLabels.TITLE, budget, shifted(alarms), Double.NaN, null));
      }
    }
    rows.addAll(shifted);
    return rows;
  }

  private static RecordedRow row(
      String title, double budget, Tally tally, double precision, BestThreshold best) {
    return new RecordedRow(
        title, budget, tally, HostBootstrap.of(tally.outcomes()), precision, best);
  }

  private Tally shifted(List<Alarm> alarms) {
    Tally tally = new Tally();
    for (List<Incident> moved :
        ShiftedLabels.of(settings.incidents(), settings.fromMillis(), toMillis)) {
      var control = new AlarmScorer(moved, settings.fromMillis(), toMillis);
      tally.add(control.score(alarms, groupWeeks));
    }
    return tally;
  }

  private List<Alarm> alarms(List<WatchedGroup> groups, int budget) {
    List<Alarm> alarms = new ArrayList<>();
    for (WatchedGroup group : groups) {
      long end = group.windows.isEmpty() ? 0 : group.windows.get(group.windows.size() - 1).end();
      alarms.addAll(group.detector.alarms(budget, end));
    }
    alarms.sort(Comparator.comparingLong(Alarm::openedMillis));
    return alarms;
  }

  private double averagePrecision(List<WatchedGroup> groups) {
    var points = new AveragePrecision();
    for (WatchedGroup group : groups) {
      for (int i = 0; i < group.windows.size(); i++) {
        GroupWindow window = group.windows.get(i);
        for (int h = 0; h < window.hosts().size(); h++) {
          points.add(group.scores.get(i)[h], labelled(window, window.hosts().get(h)));
        }
      }
    }
    return points.value();
  }

  private boolean labelled(GroupWindow window, HostWindow host) {
    return settings.incidents().stream()
        .anyMatch(
            incident ->
                incident.isOf(window.group(), host.host())
                    && incident.overlaps(window.start(), window.end()));
  }
}
