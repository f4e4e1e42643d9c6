package io.peerwatch.detection.episode;

import io.peerwatch.detection.verdict.Evidence;
import io.peerwatch.detection.verdict.Finding;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.verdict.Severity;
import io.peerwatch.detection.window.HostWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One episode while it is open: as it was last told, and what has been seen since. Its severity
 * never falls while it is open, and its evidence is that of its worst window.
 */
final class OpenEpisode {

  private static final long RETELL_MILLIS = 24 * 3_600_000L;

  /** A window is clearly worse than the one told when its score is this many times as high. */
  private static final double WORSE_FACTOR = 1.25;

  private static final double BLAMED_SHARE = 0.15;
  private static final int HOSTS_LISTED = 20;

  private Episode told;
  private double toldScore;
  private long confirmedAt;

  private OpenEpisode(Episode told, double toldScore, long confirmedAt) {
    this.told = told;
    this.toldScore = toldScore;
    this.confirmedAt = confirmedAt;
  }

  static OpenEpisode begin(
      String group, EpisodeKey key, Finding finding, GroupJudgement judgement) {
    long start = judgement.window().start();
    long end = judgement.window().end();
    List<String> hosts = key.host() == null ? hostsConcerned(judgement) : List.of();
    long onset = finding.onsetAt() >= 0 ? Math.min(finding.onsetAt(), start) : start;
    Episode shell =
        new Episode(
            AlertId.of(group, key, start),
            group,
            key.host(),
            hosts,
            key.verdict(),
            EpisodeState.OPENED,
            null,
            EpisodeSeverity.of(key.verdict(), finding),
            onset,
            end,
            end,
            -1,
            start,
            end,
            0,
            List.of(),
            finding.evidence(),
            "");
    return new OpenEpisode(described(shell, finding, judgement), finding.score(), end);
  }

  Episode episode() {
    return told;
  }

  /** End of the last window that confirmed it. */
  long confirmedAt() {
    return confirmedAt;
  }

  /** Takes in one more window; true when that is worth telling. */
  boolean goOn(Finding finding, GroupJudgement judgement) {
    long end = judgement.window().end();
    confirmedAt = end;
    Severity severity = EpisodeSeverity.of(told.verdict(), finding);
    boolean graver = severity.compareTo(told.severity()) > 0;
    boolean worse = finding.score() > toldScore * WORSE_FACTOR;
    boolean blameMoved = worse && !blamed(finding.evidence()).equals(blamed(told.evidence()));
    boolean due = end - told.updatedAt() >= RETELL_MILLIS;
    if (!graver && !blameMoved && !due) {
      return false;
    }
    boolean renew = finding.score() >= toldScore || graver;
    Severity gravest = graver ? severity : told.severity();
    Episode next = changed(EpisodeState.UPDATED, null, gravest, end, -1);
    told = renew ? described(worst(next, finding, judgement), finding, judgement) : next;
    toldScore = Math.max(toldScore, finding.score());
    return true;
  }

  Episode resolve(Resolution resolution, long at) {
    return changed(EpisodeState.RESOLVED, resolution, told.severity(), at, at);
  }

  private Episode changed(
      EpisodeState state, Resolution resolution, Severity severity, long at, long resolvedAt) {
    return new Episode(
        told.alertId(),
        told.group(),
        told.host(),
        told.hosts(),
        told.verdict(),
        state,
        resolution,
        severity,
        told.onsetAt(),
        told.openedAt(),
        at,
        resolvedAt,
        told.windowStart(),
        told.windowEnd(),
        told.peerCount(),
        told.peers(),
        told.evidence(),
        told.summary());
  }

  private static Episode worst(Episode e, Finding finding, GroupJudgement judgement) {
    return new Episode(
        e.alertId(),
        e.group(),
        e.host(),
        e.host() == null ? hostsConcerned(judgement) : List.of(),
        e.verdict(),
        e.state(),
        e.resolution(),
        e.severity(),
        e.onsetAt(),
        e.openedAt(),
        e.updatedAt(),
        e.resolvedAt(),
        judgement.window().start(),
        judgement.window().end(),
        e.peerCount(),
        e.peers(),
        finding.evidence(),
        e.summary());
  }

  /** With the peers of this window and a summary made of everything else. */
  private static Episode described(Episode e, Finding finding, GroupJudgement judgement) {
    List<String> peers = peersOf(e, judgement);
    Episode withPeers =
        new Episode(
            e.alertId(),
            e.group(),
            e.host(),
            e.hosts(),
            e.verdict(),
            e.state(),
            e.resolution(),
            e.severity(),
            e.onsetAt(),
            e.openedAt(),
            e.updatedAt(),
            e.resolvedAt(),
            e.windowStart(),
            e.windowEnd(),
            peers.size(),
            peers.subList(0, Math.min(HOSTS_LISTED, peers.size())),
            e.evidence(),
            "");
    return EpisodeSummary.into(withPeers, finding, judgement);
  }

  private static List<String> peersOf(Episode episode, GroupJudgement judgement) {
    Set<String> apart = new HashSet<>(episode.hosts());
    judgement.findings().forEach(finding -> apart.add(finding.host()));
    List<String> peers = new ArrayList<>();
    for (HostWindow host : judgement.window().hosts()) {
      boolean other = !host.host().equals(episode.host()) && !apart.contains(host.host());
      if (host.samples() > 0 && other) {
        peers.add(host.host());
      }
    }
    return List.copyOf(peers);
  }

  private static List<String> hostsConcerned(GroupJudgement judgement) {
    return judgement.hostsConcerned().stream().map(Finding::host).limit(HOSTS_LISTED).toList();
  }

  private static Set<String> blamed(List<Evidence> evidence) {
    Set<String> blamed = new HashSet<>();
    for (Evidence e : evidence) {
      if (e.share() >= BLAMED_SHARE) {
        blamed.add(e.metric());
      }
    }
    return blamed;
  }

  void write(DataOutput out) throws IOException {
    EpisodeFormat.write(told, out);
    out.writeDouble(toldScore);
    out.writeLong(confirmedAt);
  }

  static OpenEpisode read(DataInput in) throws IOException {
    return new OpenEpisode(EpisodeFormat.read(in), in.readDouble(), in.readLong());
  }
}
