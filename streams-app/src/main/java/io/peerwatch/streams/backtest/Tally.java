package io.peerwatch.streams.backtest;

import io.peerwatch.schemas.avro.GroupState;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts what passes by on its way out of a backtest. */
final class Tally {
  private static final double WEEK_MILLIS = Duration.ofDays(7).toMillis();

  private final Map<String, Long> windowsByState = new TreeMap<>();
  private final Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
  private final Map<String, Double> weeksByGroup = new TreeMap<>();
  private long lateSamples;

  void count(GroupVerdict verdict) {
    boolean judged = verdict.getState() != GroupState.NOT_JUDGED;
    String state = judged ? verdict.getState().name() : "NOT_JUDGED " + verdict.getReason();
    windowsByState.merge(state, 1L, Long::sum);
    lateSamples += verdict.getLateSamples();
    Duration window = Duration.between(verdict.getWindowStart(), verdict.getWindowEnd());
    weeksByGroup.merge(verdict.getGroup(), window.toMillis() / WEEK_MILLIS, Double::sum);
  }

  void count(RejectedRecord reject) {
    rejected.merge(reject.getReason(), 1L, Long::sum);
  }

  BacktestSummary summary(
      long samples, long badLines, List<HostAlert> episodes, Optional<LabelScore> score) {
    return new BacktestSummary(
        samples, badLines, windowsByState, lateSamples, rejected, episodes, weeksByGroup, score);
  }
}
