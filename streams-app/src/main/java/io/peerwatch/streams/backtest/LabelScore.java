package io.peerwatch.streams.backtest;

import io.peerwatch.streams.score.AlarmScore;
import io.peerwatch.streams.score.HostBootstrap;

/**
 * How a backtest's episodes compare with labels.
 *
 * @param alarms found, false, delays, hosts and blame
 * @param recallInterval how sure the recall is
 * @param averagePrecision of hosts' scores by point, 0..1; NaN without a labelled point
 */
public record LabelScore(
    AlarmScore alarms, HostBootstrap recallInterval, double averagePrecision) {}
