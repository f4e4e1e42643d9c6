package io.peerwatch.streams.backtest;

import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.HostInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a backtest reads and writes.
 *
 * @param files recorded samples, read as one in this order
 * @param feedback what people said, in the order of time; applied in event time
 * @param policies versions of policies, in the order in which they were written
 * @param inventory hosts that are listed from the first window on
 * @param alerts episodes as they stood at the end, one JSON object a line
 * @param verdicts where every group verdict goes; empty for nowhere
 * @param capacity where every group capacity goes; empty for nowhere
 * @param ledger where the ledger of every group and week goes; empty for nowhere
 * @param score what the episodes are scored against; empty for no scoring
 * @param falseAlarmsPerWeek budget of a group, above 0
 * @param workMetric metric that counts the hosts' work; null for the dictionary's, {@code none} for
 *     none
 * @param badLinesMax malformed lines that are skipped before the run fails
 */
public record BacktestSettings(
    List<Path> files,
    List<Feedback> feedback,
    List<GroupPolicy> policies,
    List<HostInfo> inventory,
    Path alerts,
    Optional<Path> verdicts,
    Optional<Path> capacity,
    Optional<Path> ledger,
    Optional<ScoreSettings> score,
    WindowSettings window,
    double falseAlarmsPerWeek,
    String workMetric,
    int badLinesMax) {}
