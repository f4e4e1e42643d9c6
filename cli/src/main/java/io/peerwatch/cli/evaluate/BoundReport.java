package io.peerwatch.cli.evaluate;

import static io.peerwatch.cli.evaluate.Cells.line;

import io.peerwatch.proof.evaluate.BoundGrid;
import io.peerwatch.proof.evaluate.bound.Found;
import io.peerwatch.proof.evaluate.lab.InjectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is possible at all as a table; nothing where it was not asked for. */
final class BoundReport {
  private final double budget;
  private final List<BoundGrid.Row> rows;

  BoundReport(double budget, List<BoundGrid.Row> rows) {
    this.budget = budget;
    this.rows = rows;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (rows.isEmpty()) {
      return lines;
    }
    lines.add("");
    lines.add(
        line(
            "%-35s found  30 min  of        %s",
            "possible at " + Cells.plain(budget) + " a week", Cells.kinds()));
    for (BoundGrid.Row row : rows) {
      lines.add(cells(row, "told all", Found::told, Found::toldSoon));
      lines.add(cells(row, "must search", Found::searched, Found::searchedSoon));
    }
    return lines;
  }

  private static String cells(
      BoundGrid.Row row, String test, ToDoubleFunction<Found> ever, ToDoubleFunction<Found> soon) {
    String title = row.hosts() + " hosts" + (row.faults().isEmpty() ? "" : ", " + row.faults());
    Found mean = row.possible().mean();
    return line(
        "%-23s %-11s  %4s    %4s %4d        %s",
        title,
        test,
        Cells.share(ever.applyAsDouble(mean)),
        Cells.share(soon.applyAsDouble(mean)),
        row.possible().faults(),
        Cells.byKind(4, kind -> share(row, kind, ever)));
  }

  private static String share(BoundGrid.Row row, String kind, ToDoubleFunction<Found> of) {
    Found mean = row.possible().mean(InjectionKind.valueOf(kind));
    return Double.isNaN(mean.told()) ? "-" : Cells.share(of.applyAsDouble(mean));
  }
}
