package io.peerwatch.cli.evaluate;

import static io.peerwatch.cli.evaluate.Cells.line;

import io.peerwatch.proof.evaluate.Tally;
import io.peerwatch.proof.evaluate.recorded.RecordedResult;
import io.peerwatch.proof.evaluate.recorded.RecordedRow;
import io.peerwatch.streams.score.AlarmScore.Outcome;
import java.util.ArrayList;
import java.util.List;

/** All detectors on recorded samples as one table, at most 120 columns wide. */
final class RecordedReport {
  private final RecordedResult result;

  RecordedReport(RecordedResult result) {
    this.result = result;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<Outcome> incidents = result.rows().get(0).tally().outcomes();
    lines.add(
        line(
            "%d incidents, %d of them shared by three hosts or more; %.2f group-weeks; %.1f %% of"
                + " points labelled",
            incidents.size(),
            incidents.stream().filter(Outcome::shared).count(),
            result.groupWeeks(),
            100 * result.labelledShare()));
    lines.add(
        line(
            "%d of the incidents are found by no rule at any of these budgets; in %.0f %% of the"
                + " labelled points",
            result.foundByNone(), 100 * result.shownShare()));
    lines.add("any metric lies outside the 99.9 % band of the host's own past");
    lines.add(
        "AP: average precision by point. best: the most that one threshold, chosen with the labels,"
            + " finds in the budget");
    lines.add(
        line(
            "%-23s %6s %-7s %-13s %-16s %5s %5s %5s %5s  %s",
            "",
            "budget",
            "found",
            "over hosts",
            "realised",
            "delay",
            "right",
            "blame",
            "AP",
            "best"));
    result.rows().forEach(row -> lines.add(row(row)));
    return lines;
  }

  private static String row(RecordedRow row) {
    Tally tally = row.tally();
    return line(
            "%-23s %6s %-7s %-13s %-16s %5s %5s %5s %5s  %s",
            row.detector(),
            Cells.plain(row.falseAlarmsPerWeek()),
            Cells.share(tally.found()),
            line(
                "(%s-%s)",
                Cells.share(row.recallInterval().low()), Cells.share(row.recallInterval().high())),
            Cells.realised(tally),
            Cells.minutes(tally.delayMinutes(0.5)),
            Cells.share(tally.rightHost()),
            Cells.share(tally.blameHits()),
            Double.isNaN(row.averagePrecision()) ? "-" : Cells.share(row.averagePrecision()),
            row.best() == null
                ? ""
                : line("%d at %.1f", row.best().found(), row.best().falseAlarmsPerWeek()))
        .stripTrailing();
  }
}
