package io.peerwatch.detection.ledger;

import io.peerwatch.detection.taught.TaughtItem;
import io.peerwatch.detection.verdict.Calibration;
import java.util.List;

/**
 * The ledger of a group as it is told.
 *
 * @param week that it is about
 * @param earlier weeks before it that are still kept, oldest first
 * @param taught what feedback taught and what still lasts
 */
public record LedgerEntry(
    String group,
    WeekCount week,
    List<WeekCount> earlier,
    Calibration calibration,
    List<TaughtItem> taught) {}
