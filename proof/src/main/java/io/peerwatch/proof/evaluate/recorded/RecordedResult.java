package io.peerwatch.proof.evaluate.recorded;

import io.peerwatch.proof.evaluate.ShiftedLabels;
import io.peerwatch.proof.evaluate.baseline.Baseline;
import io.peerwatch.streams.score.AlarmScore.Outcome;
import io.peerwatch.streams.score.Incident;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What came out on recorded windows.
 *
 * @param groupWeeks time scored, summed over groups
 * @param labelledShare share of hosts' windows that are labelled, 0..1: the average precision of
 *     chance
 * @param shownShare share of the labelled ones in which any metric of the host lies outside the
 *     band of 99.9 % of its values before the scored time, 0..1; NaN where none is labelled
 * @param rows by detector, ours first, and budget
 */
public record RecordedResult(
    double groupWeeks, double labelledShare, double shownShare, List<RecordedRow> rows) {
  public RecordedResult {
    rows = List.copyOf(rows);
  }

  /** Incidents that no rule finds at any of the budgets; controls are no rules. */
  public long foundByNone() {
    Set<Incident> found = new HashSet<>();
    for (RecordedRow row : rows) {
      if (!isControl(row.detector())) {
        row.tally().outcomes().stream()
            .filter(Outcome::found)
            .forEach(outcome -> found.add(outcome.incident()));
      }
    }
    return rows.get(0).tally().outcomes().stream()
        .filter(outcome -> !found.contains(outcome.incident()))
        .count();
  }

  private static boolean isControl(String detector) {
    return detector.equals(ShiftedLabels.TITLE)
        || Arrays.stream(Baseline.values())
            .anyMatch(baseline -> baseline.isControl() && baseline.title().equals(detector));
  }
}
