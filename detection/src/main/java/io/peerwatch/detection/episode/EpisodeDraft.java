package io.peerwatch.detection.episode;

import io.peerwatch.detection.verdict.Evidence;
import io.peerwatch.detection.verdict.Severity;
import java.util.List;

/** An episode in the making: what never changes is final, the rest is set before it is told. */
final class EpisodeDraft {

  final EpisodeKey key;
  private final String alertId;
  private final String group;
  private final long onsetAt;
  private final long openedAt;
  Severity severity;
  List<String> hosts;
  long windowStart;
  long windowEnd;
  int peerCount;
  List<String> peers;
  List<Evidence> evidence;
  String summary;

  EpisodeDraft(String alertId, String group, EpisodeKey key, long onsetAt, long openedAt) {
    this.alertId = alertId;
    this.group = group;
    this.key = key;
    this.onsetAt = onsetAt;
    this.openedAt = openedAt;
  }

  /** One that goes on from what was told. */
  EpisodeDraft(Episode told) {
    this(told.alertId(), told.group(), EpisodeKey.of(told), told.onsetAt(), told.openedAt());
    severity = told.severity();
    hosts = told.hosts();
    windowStart = told.windowStart();
    windowEnd = told.windowEnd();
    peerCount = told.peerCount();
    peers = told.peers();
    evidence = told.evidence();
    summary = told.summary();
  }

  /**
   * @param resolution null unless it is resolved
   * @param at end of the window of this change
   */
  Episode episode(EpisodeState state, Resolution resolution, long at) {
    return new Episode(
        alertId,
        group,
        key.host(),
        hosts,
        key.verdict(),
        state,
        resolution,
        severity,
        onsetAt,
        openedAt,
        at,
        resolution == null ? -1 : at,
        windowStart,
        windowEnd,
        peerCount,
        peers,
        evidence,
        summary);
  }
}
