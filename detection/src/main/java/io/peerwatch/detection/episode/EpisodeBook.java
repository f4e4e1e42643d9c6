package io.peerwatch.detection.episode;

import io.peerwatch.detection.state.StateVersionException;
import io.peerwatch.detection.verdict.Finding;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.verdict.GroupState;
import io.peerwatch.detection.verdict.Lesson;
import io.peerwatch.detection.verdict.LessonLearnt;
import io.peerwatch.detection.verdict.Verdict;
import io.peerwatch.detection.window.HostWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The open episodes of one group. It turns what each window says into changes that are worth
 * telling: an episode is opened once, updated when its severity rises or its blame moves, told
 * again every day of event time while it lasts, and resolved once.
 *
 * <p>There is at most one episode per host and verdict, and per group and verdict. Hysteresis is
 * the judge's: a finding that is missing from a judged window has ended. What a window cannot tell
 * of ends nothing: a host that reported nothing keeps its score episodes, and so does a group that
 * was not judged, until nothing was heard for {@link #EXPIRY_MILLIS}.
 */
public final class EpisodeBook {

  /** Score episodes of which no window could tell anything for this long end as EXPIRED. */
  public static final long EXPIRY_MILLIS = 6 * 3_600_000L;

  private static final byte VERSION = 1;

  private final String group;
  private final TreeMap<EpisodeKey, OpenEpisode> open = new TreeMap<>();

  public EpisodeBook(String group) {
    this.group = group;
  }

  /** The changes of this window: group before hosts, hosts by name, then by verdict. */
  public List<Episode> step(GroupJudgement judgement) {
    Map<EpisodeKey, Finding> said = whatIsSaid(judgement);
    List<Episode> changes = new ArrayList<>();
    end(judgement, said, changes);
    said.forEach((key, finding) -> tell(key, finding, judgement, changes));
    changes.sort((a, b) -> EpisodeKey.of(a).compareTo(EpisodeKey.of(b)));
    return changes;
  }

  /** The changes that a lesson makes: an episode that a person says is over has ended. */
  public List<Episode> learn(LessonLearnt learnt) {
    Lesson lesson = learnt.lesson();
    EpisodeKey key = new EpisodeKey(lesson.host(), lesson.verdict());
    OpenEpisode episode = open.get(key);
    boolean meant = episode != null && episode.episode().alertId().equals(lesson.alertId());
    if (!meant || !lesson.closes()) {
      return List.of();
    }
    open.remove(key);
    long at = Math.max(learnt.at(), episode.episode().updatedAt());
    return List.of(episode.resolve(Resolution.ACKNOWLEDGED, at));
  }

  /**
   * Ends all, for the group is forgotten: nobody would ever say that they are over.
   *
   * @param at in epoch milliseconds
   */
  public List<Episode> forget(long at) {
    List<Episode> changes = new ArrayList<>();
    open.values()
        .forEach(
            episode ->
                changes.add(
                    episode.resolve(
                        Resolution.EXPIRED, Math.max(at, episode.episode().updatedAt()))));
    open.clear();
    return changes;
  }

  /** Every open episode as it was last told, in the order of {@link #step}. */
  public List<Episode> open() {
    return open.values().stream().map(OpenEpisode::episode).toList();
  }

  public boolean isEmpty() {
    return open.isEmpty();
  }

  private static Map<EpisodeKey, Finding> whatIsSaid(GroupJudgement judgement) {
    Map<EpisodeKey, Finding> said = new TreeMap<>();
    Verdict ofGroup = verdictOf(judgement.state());
    if (ofGroup != null) {
      List<Finding> concerned = judgement.hostsConcerned();
      said.put(
          new EpisodeKey(null, ofGroup),
          concerned.isEmpty() ? new Finding("", ofGroup, 0, List.of(), 0, 0) : concerned.get(0));
    }
    for (Finding finding : judgement.findings()) {
      said.put(new EpisodeKey(finding.host(), finding.verdict()), finding);
    }
    return said;
  }

  private static Verdict verdictOf(GroupState state) {
    return switch (state) {
      case GROUP_SHIFT -> Verdict.GROUP_SHIFT;
      case SUBGROUP -> Verdict.SUBGROUP;
      case PAIR_DIVERGED -> Verdict.PAIR_DIVERGED;
      case GROUP_SILENT -> Verdict.GROUP_SILENT;
      case NORMAL, SUSPECTS, NOT_JUDGED -> null;
    };
  }

  private void tell(
      EpisodeKey key, Finding finding, GroupJudgement judgement, List<Episode> changes) {
    OpenEpisode episode = open.get(key);
    if (episode == null) {
      episode = OpenEpisode.begin(group, key, finding, judgement);
      open.put(key, episode);
      changes.add(episode.episode());
    } else if (episode.goOn(finding, judgement)) {
      changes.add(episode.episode());
    }
  }

  private void end(GroupJudgement judgement, Map<EpisodeKey, Finding> said, List<Episode> changes) {
    Map<String, HostWindow> hosts = new HashMap<>();
    judgement.window().hosts().forEach(host -> hosts.put(host.host(), host));
    Set<String> concerned = new HashSet<>();
    judgement.hostsConcerned().forEach(finding -> concerned.add(finding.host()));
    for (EpisodeKey key : List.copyOf(open.keySet())) {
      if (said.containsKey(key)) {
        continue;
      }
      OpenEpisode episode = open.get(key);
      Resolution resolution =
          accepted(
              resolutionOf(key, episode, judgement, said, hosts, concerned), episode, judgement);
      if (resolution != null) {
        open.remove(key);
        changes.add(episode.resolve(resolution, judgement.window().end()));
      }
    }
  }

  /** A level that a person acknowledged and that has become normal is no recovery. */
  private static Resolution accepted(
      Resolution resolution, OpenEpisode episode, GroupJudgement judgement) {
    Episode told = episode.episode();
    List<String> hosts = told.host() == null ? told.hosts() : List.of(told.host());
    boolean stays = !Collections.disjoint(hosts, judgement.accepted());
    return stays && resolution == Resolution.RECOVERED ? Resolution.ACKNOWLEDGED : resolution;
  }

  /** Why an episode that this window does not confirm has ended; null when it has not. */
  private static Resolution resolutionOf(
      EpisodeKey key,
      OpenEpisode episode,
      GroupJudgement judgement,
      Map<EpisodeKey, Finding> said,
      Map<String, HostWindow> hosts,
      Set<String> concerned) {
    boolean groupSilent = judgement.state() == GroupState.GROUP_SILENT;
    if (key.host() == null) {
      return ofGroup(key.verdict(), episode, judgement);
    }
    HostWindow host = hosts.get(key.host());
    if (host == null) {
      return Resolution.REMOVED;
    }
    boolean reported = host.samples() > 0;
    if (key.verdict() != Verdict.LONE_HOST) {
      return reported ? Resolution.RECOVERED : groupSilent ? Resolution.RECLASSIFIED : null;
    }
    if (groupSilent || said.containsKey(new EpisodeKey(key.host(), Verdict.SILENT_HOST))) {
      return Resolution.RECLASSIFIED;
    }
    if (judgement.state() == GroupState.NOT_JUDGED || !reported) {
      return expired(episode, judgement);
    }
    return concerned.contains(key.host()) ? Resolution.RECLASSIFIED : Resolution.RECOVERED;
  }

  private static Resolution ofGroup(
      Verdict verdict, OpenEpisode episode, GroupJudgement judgement) {
    if (judgement.window().hosts().isEmpty()) {
      return Resolution.REMOVED;
    }
    if (verdict == Verdict.GROUP_SILENT) {
      return judgement.window().reported() > 0 ? Resolution.RECOVERED : null;
    }
    return switch (judgement.state()) {
      case NOT_JUDGED -> expired(episode, judgement);
      case NORMAL, SUSPECTS -> Resolution.RECOVERED;
      case GROUP_SHIFT, SUBGROUP, PAIR_DIVERGED, GROUP_SILENT -> Resolution.RECLASSIFIED;
    };
  }

  private static Resolution expired(OpenEpisode episode, GroupJudgement judgement) {
    boolean over = judgement.window().end() - episode.confirmedAt() >= EXPIRY_MILLIS;
    return over ? Resolution.EXPIRED : null;
  }

  /** Writes the open episodes; {@link #read} goes on from there as if nothing had happened. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeUTF(group);
    out.writeInt(open.size());
    for (OpenEpisode episode : open.values()) {
      episode.write(out);
    }
  }

  public static EpisodeBook read(DataInput in) throws IOException {
    StateVersionException.requireKnown("the book of episodes", in.readByte(), VERSION);
    EpisodeBook book = new EpisodeBook(in.readUTF());
    for (int left = in.readInt(); left > 0; left--) {
      OpenEpisode episode = OpenEpisode.read(in);
      book.open.put(EpisodeKey.of(episode.episode()), episode);
    }
    return book;
  }
}
