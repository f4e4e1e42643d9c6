package io.peerwatch.detection.episode;

import io.peerwatch.detection.verdict.Evidence;
import io.peerwatch.detection.verdict.Severity;
import io.peerwatch.detection.verdict.Verdict;
import java.util.List;

/**
 * One trouble of one host or group from its opening to its end, as it stands after its last change.
 * Times are epoch milliseconds of event time.
 *
 * @param alertId made from group, host, verdict and opening window, never from values
 * @param host null for an episode of the group
 * @param hosts for an episode of the group, up to 20 of the hosts concerned; else empty
 * @param resolution null while open
 * @param onsetAt estimated start of the trouble
 * @param openedAt end of the window that opened it
 * @param updatedAt end of the window of this change
 * @param resolvedAt end of the clearing window; -1 while open
 * @param windowStart start of the worst window
 * @param windowEnd end of the worst window
 * @param peers up to 20 hosts it was compared with in the worst window, by name
 * @param evidence of the worst window, the most blamed first
 * @param summary one line that a person can act on
 */
public record Episode(
    String alertId,
    String group,
    String host,
    List<String> hosts,
    Verdict verdict,
    EpisodeState state,
    Resolution resolution,
    Severity severity,
    long onsetAt,
    long openedAt,
    long updatedAt,
    long resolvedAt,
    long windowStart,
    long windowEnd,
    int peerCount,
    List<String> peers,
    List<Evidence> evidence,
    String summary) {}
