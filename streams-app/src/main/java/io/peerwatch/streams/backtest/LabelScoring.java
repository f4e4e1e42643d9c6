package io.peerwatch.streams.backtest;

import io.peerwatch.detection.verdict.ScoreReadings;
import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.GroupState;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.HostReadings;
import io.peerwatch.schemas.avro.MetricEvidence;
import io.peerwatch.schemas.avro.Verdict;
import io.peerwatch.streams.score.Alarm;
import io.peerwatch.streams.score.AlarmScorer;
import io.peerwatch.streams.score.AveragePrecision;
import io.peerwatch.streams.score.HostBootstrap;
import io.peerwatch.streams.score.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bridge from what a backtest puts out to the scorers: listens along, and scores at the end. */
final class LabelScoring {
  private static final double WEEK_MILLIS = Duration.ofDays(7).toMillis();

  private final ScoreSettings settings;
  private final List<Incident> incidents;
  private final AveragePrecision points = new AveragePrecision();
  private final Map<String, Instant> endByGroup = new HashMap<>();

  /** By alert: start of the window that opened it, as long as its group's policy says. */
  private final Map<String, Instant> openingByAlert = new HashMap<>();

  private double groupWeeks;

  LabelScoring(ScoreSettings settings) {
    this.settings = settings;
    this.incidents = settings.incidents();
  }

  /** Time in which nothing could be judged is no time without false alarms. */
  void hear(GroupVerdict verdict) {
    endByGroup.merge(verdict.getGroup(), verdict.getWindowEnd(), (a, b) -> a.isAfter(b) ? a : b);
    if (scored(verdict.getWindowStart()) && verdict.getState() != GroupState.NOT_JUDGED) {
      Duration window = Duration.between(verdict.getWindowStart(), verdict.getWindowEnd());
      groupWeeks += window.toMillis() / WEEK_MILLIS;
    }
  }

  void hear(HostReadings readings) {
    if (!readings.getMetric().equals(ScoreReadings.METRIC) || !scored(readings.getWindowStart())) {
      return;
    }
    for (int i = 0; i < readings.getHosts().size(); i++) {
      points.add(
          readings.getObserved().get(i),
          labelled(
              readings.getGroup(),
              readings.getHosts().get(i),
              readings.getWindowStart().toEpochMilli(),
              readings.getWindowEnd().toEpochMilli()));
    }
  }

  /** When it opens, an episode's worst window is the one that opened it. */
  void hear(HostAlert change) {
    if (change.getState() == AlertState.OPENED) {
      openingByAlert.putIfAbsent(change.getAlertId(), change.getWindowStart());
    }
  }

  private boolean labelled(String group, String host, long start, long end) {
    return incidents.stream()
        .anyMatch(incident -> incident.isOf(group, host) && incident.overlaps(start, end));
  }

  private boolean scored(Instant time) {
    return !time.isBefore(settings.from()) && time.isBefore(settings.to());
  }

  LabelScore score(List<HostAlert> episodes) {
    var scorer =
        new AlarmScorer(incidents, settings.from().toEpochMilli(), settings.to().toEpochMilli());
    var alarms = scorer.score(episodes.stream().map(this::alarm).toList(), groupWeeks);
    return new LabelScore(alarms, HostBootstrap.of(alarms.outcomes()), points.value());
  }

  private Alarm alarm(HostAlert episode) {
    Instant end =
        episode.getResolvedAt() != null
            ? episode.getResolvedAt()
            : endByGroup.getOrDefault(episode.getGroup(), episode.getUpdatedAt());
    long opened = episode.getOpenedAt().toEpochMilli();
    return new Alarm(
        episode.getGroup(),
        episode.getHost(),
        episode.getVerdict() == Verdict.GROUP_SHIFT ? List.of() : episode.getHosts(),
        openingByAlert.get(episode.getAlertId()).toEpochMilli(),
        opened,
        end.toEpochMilli(),
        episode.getVerdict() == Verdict.LONE_HOST,
        episode.getEvidence().stream().map(MetricEvidence::getMetric).toList());
  }
}
