package io.peerwatch.streams.count;

import static io.peerwatch.streams.count.Counted.ALERTS_OPENED;
import static io.peerwatch.streams.count.Counted.ALERTS_RESOLVED;
import static io.peerwatch.streams.count.Counted.FEEDBACK_HEARD;
import static io.peerwatch.streams.count.Counted.FEEDBACK_REJECTED;
import static io.peerwatch.streams.count.Counted.SAMPLES_DUPLICATE;
import static io.peerwatch.streams.count.Counted.SAMPLES_IN;
import static io.peerwatch.streams.count.Counted.SAMPLES_JUDGED;
import static io.peerwatch.streams.count.Counted.SAMPLES_LATE;
import static io.peerwatch.streams.count.Counted.SAMPLES_NOT_JUDGED;
import static io.peerwatch.streams.count.Counted.SAMPLES_REJECTED;
import static io.peerwatch.streams.count.Counted.TICKS_READ;
import static io.peerwatch.streams.count.Counted.WINDOWS_CLOSED;

import io.peerwatch.detection.capacity.GroupCapacityFigures;
import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.episode.EpisodeState;
import io.peerwatch.detection.ledger.WeekCount;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.verdict.GroupState;
import io.peerwatch.detection.verdict.NotJudgedReason;
import io.peerwatch.detection.verdict.Severity;
import io.peerwatch.detection.window.Acceptance;
import io.peerwatch.detection.window.Displaced;
import io.peerwatch.detection.window.HostWindow;
import io.peerwatch.schemas.avro.RejectReason;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one task has counted since its last commit, in plain numbers of the stream thread that runs
 * it. A count is told to others when what it counts is committed, and never when that is undone.
 */
public final class TaskCounts {
  final Thread thread = Thread.currentThread();
  final long startedAt;
  final long[] staged = new long[Counted.SIZE];
  final VerdictTimes verdicts = new VerdictTimes();
  private final Map<String, WeekCount> stagedWeeks = new HashMap<>();
  private final Map<String, CapacityStand> stagedRoom = new HashMap<>();
  private final Set<String> stagedForgotten = new HashSet<>();
  private long stagedOpen;
  private long stagedOffset = -1;
  private long stagedTickAt = -1;
  private long recordAt;

  /** This week's budget by group; what is committed, as all below. */
  final Map<String, WeekCount> weeks = new ConcurrentHashMap<>();

  final Map<String, CapacityStand> room = new ConcurrentHashMap<>();

  volatile long open;
  volatile long offset = -1;
  volatile long tickAt = -1;

  /**
   * @param startedAt wall clock, epoch milliseconds
   */
  TaskCounts(long startedAt) {
    this.startedAt = startedAt;
  }

  /** A record of host-samples that is no tick. */
  public void sample(long atOffset) {
    staged[SAMPLES_IN.at(0)]++;
    stagedOffset = atOffset;
  }

  /** A tick on host-samples. */
  public void tick(long atOffset, long recordMillis) {
    staged[TICKS_READ.at(0)]++;
    stagedOffset = atOffset;
    stagedTickAt = recordMillis;
  }

  /** What follows comes of a record that lay on the log at this time. */
  public void causedAt(long recordMillis) {
    recordAt = recordMillis;
  }

  public void rejected(RejectReason reason) {
    staged[SAMPLES_REJECTED.at(reason.ordinal())]++;
  }

  /** What a group made of a sample; a sample that it refuses is {@link #rejected}. */
  public void offered(Acceptance acceptance) {
    switch (acceptance) {
      case ACCEPTED -> stagedOpen++;
      case DUPLICATE -> staged[SAMPLES_DUPLICATE.at(0)]++;
      case LATE -> staged[SAMPLES_LATE.at(0)]++;
      case TOO_MANY_HOSTS, TOO_MANY_METRICS -> {}
    }
  }

  public void displaced(Displaced samples) {
    staged[SAMPLES_LATE.at(0)] += samples.pushedOut();
    staged[SAMPLES_NOT_JUDGED.at(NotJudgedReason.values().length)] += samples.forgotten();
    stagedOpen -= samples.pushedOut() + samples.forgotten();
  }

  /** A window that was closed, and what came of it; its verdict is forwarded. */
  public void window(GroupJudgement judgement) {
    long samples = 0;
    for (HostWindow host : judgement.window().hosts()) {
      samples += host.samples();
    }
    boolean judged = judgement.state() != GroupState.NOT_JUDGED;
    int at = judged ? SAMPLES_JUDGED.at(0) : SAMPLES_NOT_JUDGED.at(judgement.reason().ordinal());
    staged[at] += samples;
    stagedOpen -= samples;
    staged[WINDOWS_CLOSED.at(judgement.state().ordinal())]++;
    verdicts.add(recordAt);
  }

  /** A change of an episode that is told. */
  public void alert(Episode episode) {
    if (episode.state() == EpisodeState.OPENED) {
      int combination =
          episode.verdict().ordinal() * Severity.values().length + episode.severity().ordinal();
      staged[ALERTS_OPENED.at(combination)]++;
    } else if (episode.resolution() != null) {
      staged[ALERTS_RESOLVED.at(episode.resolution().ordinal())]++;
    }
  }

  /** How the group's budget stands in its latest week. */
  public void budget(String group, WeekCount week) {
    stagedWeeks.put(group, week);
  }

  /** How much room the group had in its latest window. */
  public void capacity(GroupCapacityFigures figures) {
    stagedRoom.put(figures.group(), CapacityStand.of(figures));
  }

  /** Nothing is known of the group any more. */
  public void forgotten(String group) {
    stagedWeeks.remove(group);
    stagedRoom.remove(group);
    stagedForgotten.add(group);
  }

  public void feedback(boolean understood) {
    staged[(understood ? FEEDBACK_HEARD : FEEDBACK_REJECTED).at(0)]++;
  }

  /** Publishes what is not in {@link #staged}, and forgets all that was staged. */
  void settle() {
    open += stagedOpen;
    offset = stagedOffset;
    tickAt = stagedTickAt;
    weeks.keySet().removeAll(stagedForgotten);
    room.keySet().removeAll(stagedForgotten);
    stagedForgotten.clear();
    weeks.putAll(stagedWeeks);
    stagedOpen = 0;
    stagedWeeks.clear();
    room.putAll(stagedRoom);
    stagedRoom.clear();
    Arrays.fill(staged, 0);
  }
}
