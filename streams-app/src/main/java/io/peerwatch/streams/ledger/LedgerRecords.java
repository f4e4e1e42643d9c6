package io.peerwatch.streams.ledger;

import io.peerwatch.detection.ledger.LedgerEntry;
import io.peerwatch.detection.ledger.WeekCount;
import io.peerwatch.detection.taught.TaughtItem;
import io.peerwatch.detection.verdict.Calibration;
import io.peerwatch.schemas.avro.BudgetLedger;
import io.peerwatch.schemas.avro.FeedbackKind;
import io.peerwatch.schemas.avro.LedgerWeek;
import io.peerwatch.schemas.avro.Taught;
import io.peerwatch.schemas.avro.ThresholdState;
import io.peerwatch.streams.score.PoissonInterval;
import java.time.Instant;

/** Bridge from a ledger's entry to budget-ledger; the interval of a count is put on here. */
final class LedgerRecords {
  private LedgerRecords() {}

  static BudgetLedger of(LedgerEntry entry) {
    WeekCount week = entry.week();
    Calibration calibration = entry.calibration();
    PoissonInterval interval = PoissonInterval.of(week.realised());
    return BudgetLedger.newBuilder()
        .setGroup(entry.group())
        .setWeekStart(Instant.ofEpochMilli(week.start()))
        .setWeekEnd(Instant.ofEpochMilli(week.end()))
        .setPromised(week.promised())
        .setRaised(week.raised())
        .setConfirmed(week.confirmed())
        .setFalseAlarms(week.falseAlarms())
        .setUnjudged(week.unjudged())
        .setRealised(week.realised())
        .setRealisedLow(interval.low())
        .setRealisedHigh(interval.high())
        .setCalibratedWeeks(calibration.weeks())
        .setThreshold(calibration.threshold())
        .setThresholdState(ThresholdState.valueOf(calibration.state().name()))
        .setTaught(entry.taught().stream().map(LedgerRecords::taught).toList())
        .setEarlierWeeks(entry.earlier().stream().map(LedgerRecords::earlier).toList())
        .build();
  }

  private static Taught taught(TaughtItem item) {
    return new Taught(
        item.host(),
        item.metric(),
        FeedbackKind.valueOf(item.kind().name()),
        item.factor(),
        item.difference(),
        Instant.ofEpochMilli(item.since()),
        item.alertId());
  }

  private static LedgerWeek earlier(WeekCount week) {
    return new LedgerWeek(
        Instant.ofEpochMilli(week.start()),
        Instant.ofEpochMilli(week.end()),
        week.promised(),
        week.raised(),
        week.confirmed(),
        week.falseAlarms());
  }
}
