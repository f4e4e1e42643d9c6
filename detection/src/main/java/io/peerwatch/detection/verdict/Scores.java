package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.evidence.HostTrail;
import io.peerwatch.detection.evidence.Scoring;
import io.peerwatch.detection.peers.Selection;

/**
 * Channels and score of every host of a window. What counts is the lower of this window and the one
 * before, so that one odd window alerts nobody, and thresholds are made of the same figure.
 */
final class Scores {

  /** Share of a group that makes a subgroup, and its least size. */
  private static final double SUBGROUP_SHARE = 0.25;

  private static final int SUBGROUP_MIN = 3;
  private static final int SUBGROUP_OF = 6;

  /** Channels of this window alone. */
  double[] fresh = new double[0];

  /** Channels of the window that counts. */
  double[] channels = new double[0];

  double[] score = new double[0];

  /** Raw channel of hosts that trail behind. */
  double[] lag = new double[0];

  /** Raw channels of hosts that left their usual wandering. */
  double[] sudden = new double[0];

  double[] lasting = new double[0];

  /** Evidence in units of the threshold, whichever way of looking says most. */
  double[] ratio = new double[0];

  private double[] ranked = new double[0];

  /** Whether that is not the size of its deviations, but that it trails behind or is stuck. */
  boolean[] aside = new boolean[0];

  /** The host with the highest evidence; -1 without hosts. The first by name of equal ones. */
  int top;

  /** The k-th highest, k being the least size of a subgroup; -1 in groups too small for one. */
  int kth;

  /** Lets every trail take in its host's deviations, then scores them. */
  void of(Comparison now, GroupMemory memory) {
    Scoring scoring = memory.lone;
    if (score.length < now.hosts) {
      score = new double[now.hosts];
      channels = new double[now.hosts * HostTrail.CHANNELS];
      fresh = new double[now.hosts * HostTrail.CHANNELS];
      lag = new double[now.hosts];
      sudden = new double[now.hosts];
      lasting = new double[now.hosts];
      ratio = new double[now.hosts];
      aside = new boolean[now.hosts];
    }
    for (int h = 0; h < now.hosts; h++) {
      HostTrail trail = now.records[h].trail;
      trail.add(now.w, h * now.metrics, now.metrics);
      if (!now.records[h].suspect && !now.records[h].lone) {
        memory.persistence.learn(
            now.records[h].departure.last(), now.w, h * now.metrics, now.metrics);
      }
      now.records[h].departure.add(
          now.w, h * now.metrics, memory.persistence, now.records[h].repeats);
      sudden[h] = now.records[h].departure.sudden(memory.persistence);
      lasting[h] = now.records[h].departure.lasting(memory.persistence);
      int at = h * HostTrail.CHANNELS;
      trail.channels(fresh, at);
      double before = scoring.score(trail.before(), 0);
      double alone = scoring.score(fresh, at);
      score[h] = Math.min(before, alone);
      System.arraycopy(
          before < alone ? trail.before() : fresh,
          before < alone ? 0 : at,
          channels,
          at,
          HostTrail.CHANNELS);
      System.arraycopy(fresh, at, trail.before(), 0, HostTrail.CHANNELS);
    }
    kth = kthHighest(now.hosts);
    sides(now, memory);
    top = -1;
    for (int h = 0; h < now.hosts; h++) {
      if (top < 0 || ratio[h] > ratio[top]) {
        top = h;
      }
    }
  }

  private void sides(Comparison now, GroupMemory memory) {
    for (int h = 0; h < now.hosts; h++) {
      lag[h] = now.records[h].following.channel(memory.echo);
      double bySize =
          Math.max(
              score[h] / memory.lone.threshold(),
              Math.max(
                  memory.sudden.score(sudden, h) / memory.sudden.threshold(),
                  memory.lasting.score(lasting, h) / memory.lasting.threshold()));
      double bySides = Math.max(now.stuck[h], memory.lag.score(lag, h) / memory.lag.threshold());
      ratio[h] = Math.max(bySize, bySides);
      aside[h] = bySides > bySize;
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
