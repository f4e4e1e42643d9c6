package io.peerwatch.proof.evaluate.recorded;

import io.peerwatch.proof.evaluate.Tally;
import io.peerwatch.streams.score.HostBootstrap;

/**
 * One detector at one budget.
 *
 * @param falseAlarmsPerWeek the budget
 * @param tally found, false, delays, hosts and blame
 * @param recallInterval of the incidents found, over hosts
 * @param averagePrecision by point, 0..1; NaN where there is no score by point
 * @param best found by the one threshold on its scores that finds most and is within the budget: it
 *     needs the labels, so it is no result, but tells a poor ranking from a poor threshold
 */
public record RecordedRow(
    String detector,
    double falseAlarmsPerWeek,
    Tally tally,
    HostBootstrap recallInterval,
    double averagePrecision,
    BestThreshold best) {}
