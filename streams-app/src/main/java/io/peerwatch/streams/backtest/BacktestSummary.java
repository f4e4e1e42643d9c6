package io.peerwatch.streams.backtest;

import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.RejectReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a backtest found.
 *
 * @param samples read from the files
 * @param badLines malformed lines that were skipped
 * @param windowsByState group windows by state, or by reason where they were not judged
 * @param lateSamples samples that came after their window was judged
 * @param rejected refused samples by reason
 * @param episodes as they stood at the end, ordered by opening, group, host
 * @param weeksByGroup time that each group was watched, in weeks
 * @param score how the episodes compare with labels; empty when there were none to compare with
 */
public record BacktestSummary(
    long samples,
    long badLines,
    Map<String, Long> windowsByState,
    long lateSamples,
    Map<RejectReason, Long> rejected,
    List<HostAlert> episodes,
    Map<String, Double> weeksByGroup,
    Optional<LabelScore> score) {

  /** Episodes of the group for each week that it was watched; 0 when it was not. */
  public double alarmsPerWeek(String group) {
    double weeks = weeksByGroup.getOrDefault(group, 0.0);
    long alarms = episodes.stream().filter(episode -> episode.getGroup().equals(group)).count();
    return weeks == 0 ? 0 : alarms / weeks;
  }
}
