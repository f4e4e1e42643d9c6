package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.LearningSteps;
import io.peerwatch.detection.evidence.EvidenceColumns;
import io.peerwatch.detection.evidence.HostTrails;
import io.peerwatch.detection.evidence.Leaving;
import io.peerwatch.detection.evidence.Scoring;
import io.peerwatch.detection.evidence.Window;
import io.peerwatch.detection.peers.Selection;
import java.util.Arrays;

/**
 * Channels and score of every host of a window. What counts is the lower of this window and the one
 * before, so that one odd window alerts nobody, and thresholds are made of the same figure.
 */
final class Scores {

  /** Of so few hosts each is as restless as the other. */
  private static final int PAIR = 2;

  private static final Leaving[] WAYS = Leaving.values();

  /** Share of a group that makes a subgroup, and its least size. */
  private static final double SUBGROUP_SHARE = 0.25;

  private static final int SUBGROUP_MIN = 3;
  private static final int SUBGROUP_OF = 6;

  /** Channels of this window alone. */
  double[] fresh = new double[0];

  /** Channels of the window that counts. */
  double[] channels = new double[0];

  double[] score = new double[0];

  /** Scores of this window alone. */
  double[] alone = new double[0];

  /** Raw channel of hosts that trail behind. */
  double[] lag = new double[0];

  /** Raw channels of hosts that left their usual wandering, by {@link Leaving} and host. */
  final double[][] leaving = new double[WAYS.length][0];

  /** Evidence in units of the threshold, whichever way of looking says most. */
  double[] ratio = new double[0];

  /** Evidence for a shift of the whole group in units of its threshold; 0 where none is told. */
  double ofGroup;

  private double[] ranked = new double[0];
  private float[] teaches = new float[0];
  private final double[] before = new double[HostTrails.CHANNELS];
  private final Window window = new Window();

  /** Whether that is not the size of its deviations, but that it trails behind or is stuck. */
  boolean[] aside = new boolean[0];

  /** The host with the highest evidence; -1 without hosts. The first by name of equal ones. */
  int top;

  /** The host with the highest score; -1 without hosts. The first by name of equal ones. */
  int highest;

  /**
   * The k-th highest score, k being the least size of a subgroup; -1 in groups too small for one.
   */
  int kth;

  /** Takes in the deviations of the window and scores them. */
  void of(Comparison now, GroupMemory memory, LearningSteps steps) {
    Scoring scoring = memory.lone;
    makeRoom(now.hosts);
    gather(now, memory, steps);
    EvidenceColumns evidence = now.evidence;
    for (int h = 0; h < now.hosts; h++) {
      int place = now.place[h];
      int at = h * HostTrails.CHANNELS;
      evidence.trails.channels(place, fresh, at);
      evidence.trails.before(place, before);
      double earlier = scoring.score(before, 0);
      double ofNow = scoring.score(fresh, at);
      alone[h] = ofNow;
      score[h] = Math.min(earlier, ofNow);
      System.arraycopy(
          earlier < ofNow ? before : fresh,
          earlier < ofNow ? 0 : at,
          channels,
          at,
          HostTrails.CHANNELS);
      evidence.trails.keep(place, fresh, at);
    }
    sides(now, memory, memory.baseline.age() >= steps.windowsPerDay());
    rank(now.hosts);
  }

  void makeRoom(int hosts) {
    if (score.length < hosts) {
      score = new double[hosts];
      alone = new double[hosts];
      channels = new double[hosts * HostTrails.CHANNELS];
      fresh = new double[hosts * HostTrails.CHANNELS];
      lag = new double[hosts];
      for (Leaving way : WAYS) {
        leaving[way.ordinal()] = new double[hosts];
      }
      ratio = new double[hosts];
      aside = new boolean[hosts];
    }
  }

  /** Finds the highest ones, once all scores are there. */
  void rank(int hosts) {
    top = highest(ratio, hosts);
    highest = highest(score, hosts);
    kth = kthHighest(hosts);
  }

  /** Lets the hosts' memories take in their deviations, and the group how long they last. */
  private void gather(Comparison now, GroupMemory memory, LearningSteps steps) {
    EvidenceColumns evidence = now.evidence;
    evidence.begin();
    for (int i = 0; i < now.present.absentHosts; i++) {
      evidence.skip(now.present.absentPlaces[i]);
    }
    Teachers turn = now.teachers(memory.baseline);
    int from = turn.from;
    int to = turn.to;
    float habitStep = (float) Math.min(1, turn.turns * steps.spread());
    findTeachers(now, memory, from, to);
    now.deviations.each(
        window,
        now.w,
        () -> {
          wander(evidence);
          evidence.add(window, memory.persistence);
          evidence.learn(window, memory.persistence, from, to, teaches, habitStep);
        });
    for (int h = 0; h < now.hosts; h++) {
      evidence.end(now.place[h]);
    }
  }

  private void findTeachers(Comparison now, GroupMemory memory, int from, int to) {
    if (teaches.length < now.baselines.hosts()) {
      teaches = new float[now.baselines.hosts()];
    }
    Arrays.fill(teaches, 0, now.baselines.hosts(), 0);
    int count = 0;
    for (int h = 0; h < now.hosts; h++) {
      int at = now.place[h];
      boolean usual = !now.records[h].suspect && !now.records[h].lone;
      teaches[at] = usual ? 1 : 0;
      count += usual && at >= from && at < to ? 1 : 0;
    }
    memory.persistence.count(count);
  }

  /** Says of which hosts the metric hardly ever changes, so that there is nothing to leave. */
  private void wander(EvidenceColumns evidence) {
    boolean sparse = evidence.repeats.mayBeSparse(window.metric);
    Arrays.fill(window.wanders, window.from, window.to, 1);
    for (int at = window.from; at < window.to && sparse; at++) {
      window.wanders[at] = evidence.repeats.sparse(at, window.metric) ? 0 : 1;
    }
  }

  private static int highest(double[] of, int hosts) {
    int highest = -1;
    for (int h = 0; h < hosts; h++) {
      if (highest < 0 || of[h] > of[highest]) {
        highest = h;
      }
    }
    return highest;
  }

  /**
   * @param dayKnown before, what a host does over hours may be what it does every day
   */
  private void sides(Comparison now, GroupMemory memory, boolean dayKnown) {
    double threshold = memory.lone.threshold();
    for (int h = 0; h < now.hosts; h++) {
      lag[h] = now.evidence.following.channel(now.place[h]);
      ratio[h] = score[h] / threshold;
    }
    for (Leaving way : WAYS) {
      boolean tells =
          way == Leaving.LINGERING ? dayKnown : way != Leaving.RESTLESS || now.hosts > PAIR;
      leaves(now, way, memory.leaving.get(way), tells);
    }
    for (int h = 0; h < now.hosts; h++) {
      double bySides = Math.max(now.stuck[h], memory.lag.score(lag, h) / memory.lag.threshold());
      aside[h] = bySides > ratio[h];
      ratio[h] = Math.max(ratio[h], bySides);
    }
  }

  /** What a way of leaving says of all hosts, in units of its threshold; 0 where it cannot tell. */
  private void leaves(Comparison now, Leaving way, Scoring scoring, boolean tells) {
    double[] raw = leaving[way.ordinal()];
    for (int h = 0; h < now.hosts; h++) {
      raw[h] = tells ? now.evidence.leaves(way, now.place[h]) : 0;
      ratio[h] = Math.max(ratio[h], scoring.score(raw, h) / scoring.threshold());
    }
  }

  /** Of equal ones the first by name counts as the highest. */
  private int kthHighest(int hosts) {
    if (hosts < SUBGROUP_OF) {
      return -1;
    }
    int k = Math.max(SUBGROUP_MIN, (int) Math.ceil(SUBGROUP_SHARE * hosts));
    ranked = Doubles.grown(ranked, hosts, 0);
    System.arraycopy(score, 0, ranked, 0, hosts);
    double least = Selection.select(ranked, hosts, hosts - k);
    int left = k;
    for (int h = 0; h < hosts; h++) {
      left -= score[h] > least ? 1 : 0;
    }
    int last = -1;
    for (int h = 0; h < hosts && left > 0; h++) {
      if (score[h] == least) {
        last = h;
        left--;
      }
    }
    return last;
  }
}
