package io.peerwatch.streams.backtest;

import io.peerwatch.schemas.avro.BudgetLedger;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Folds what ledgers tell into each group's weeks as they stand, by group, then by week. */
public final class LedgerFold {
  private final SortedMap<String, SortedMap<Instant, BudgetLedger>> byGroup = new TreeMap<>();

  public void add(BudgetLedger told) {
    byGroup
        .computeIfAbsent(told.getGroup(), group -> new TreeMap<>())
        .put(told.getWeekStart(), told);
  }

  public List<BudgetLedger> weeks() {
    return byGroup.values().stream().flatMap(weeks -> weeks.values().stream()).toList();
  }
}
