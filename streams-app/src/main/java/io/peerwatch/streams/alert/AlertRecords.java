package io.peerwatch.streams.alert;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Resolution;
import io.peerwatch.schemas.avro.Severity;
import io.peerwatch.schemas.avro.Verdict;
import io.peerwatch.schemas.topics.Names;
import io.peerwatch.streams.evidence.EvidenceRecords;
import java.time.Instant;

/** Bridge from an episode's change to host-alerts. */
final class AlertRecords {
  private AlertRecords() {}

  /** {@code group|host}; for an episode of the group nothing follows the bar. */
  static String key(HostAlert alert) {
    return Names.hostKey(alert.getGroup(), alert.getHost() == null ? "" : alert.getHost());
  }

  /**
   * The record of a change.
   *
   * @param runbookUrl empty when the group's policy names none
   */
  static HostAlert of(Episode episode, String runbookUrl) {
    return HostAlert.newBuilder()
        .setAlertId(episode.alertId())
        .setGroup(episode.group())
        .setHost(episode.host())
        .setHosts(episode.hosts())
        .setVerdict(Verdict.valueOf(episode.verdict().name()))
        .setState(AlertState.valueOf(episode.state().name()))
        .setResolution(resolution(episode))
        .setSeverity(Severity.valueOf(episode.severity().name()))
        .setOnsetAt(Instant.ofEpochMilli(episode.onsetAt()))
        .setOpenedAt(Instant.ofEpochMilli(episode.openedAt()))
        .setUpdatedAt(Instant.ofEpochMilli(episode.updatedAt()))
        .setResolvedAt(resolvedAt(episode))
        .setWindowStart(Instant.ofEpochMilli(episode.windowStart()))
        .setWindowEnd(Instant.ofEpochMilli(episode.windowEnd()))
        .setPeerCount(episode.peerCount())
        .setPeers(episode.peers())
        .setEvidence(EvidenceRecords.of(episode.evidence()))
        .setSummary(episode.summary())
        .setRunbookUrl(runbookUrl.isEmpty() ? null : runbookUrl)
        .build();
  }

  private static Resolution resolution(Episode episode) {
    return episode.resolution() == null ? null : Resolution.valueOf(episode.resolution().name());
  }

  private static Instant resolvedAt(Episode episode) {
    return episode.resolvedAt() < 0 ? null : Instant.ofEpochMilli(episode.resolvedAt());
  }
}
