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
    long onset = finding.onsetAt() >= 0 ? Math.min(finding.onsetAt(), start) : start;
    EpisodeDraft draft = new EpisodeDraft(AlertId.of(group, key, start), group, key, onset, end);
    draft.severity = EpisodeSeverity.of(key.verdict(), finding, judgement.settings().metrics());
    describe(draft, finding, judgement);
    return new OpenEpisode(draft.episode(EpisodeState.OPENED, null, end), finding.score(), end);
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
    Severity severity = EpisodeSeverity.of(told.verdict(), finding, judgement.settings().metrics());
    boolean graver = severity.compareTo(told.severity()) > 0;
    boolean worse = finding.score() > toldScore * WORSE_FACTOR;
    boolean blameMoved = worse && !blamed(finding.evidence()).equals(blamed(told.evidence()));
    boolean due = Math.abs(end - told.updatedAt()) >= RETELL_MILLIS;
    if (!graver && !blameMoved && !due) {
      return false;
    }
    EpisodeDraft draft = new EpisodeDraft(told);
    draft.severity = graver ? severity : told.severity();
    if (graver || finding.score() >= toldScore) {
      describe(draft, finding, judgement);
    }
    told = draft.episode(EpisodeState.UPDATED, null, end);
    toldScore = Math.max(toldScore, finding.score());
    return true;
  }

  Episode resolve(Resolution resolution, long at) {
    return new EpisodeDraft(told).episode(EpisodeState.RESOLVED, resolution, at);
  }

  /** Makes this window the worst one. */
  private static void describe(EpisodeDraft draft, Finding finding, GroupJudgement judgement) {
    draft.hosts = draft.key.host() == null ? hostsConcerned(judgement) : List.of();
    draft.windowStart = judgement.window().start();
    draft.windowEnd = judgement.window().end();
    draft.evidence = finding.evidence();
    List<String> peers = peersOf(draft, judgement);
    draft.peerCount = peers.size();
    draft.peers = peers.subList(0, Math.min(HOSTS_LISTED, peers.size()));
    draft.summary = "";
    Episode silent = draft.episode(EpisodeState.OPENED, null, draft.windowEnd);
    draft.summary = EpisodeSummary.of(silent, finding, judgement);
  }

  private static List<String> peersOf(EpisodeDraft draft, GroupJudgement judgement) {
    Set<String> apart = new HashSet<>(draft.hosts);
    judgement.findings().forEach(finding -> apart.add(finding.host()));
    List<String> peers = new ArrayList<>();
    for (HostWindow host : judgement.window().hosts()) {
      boolean other = !host.host().equals(draft.key.host()) && !apart.contains(host.host());
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
