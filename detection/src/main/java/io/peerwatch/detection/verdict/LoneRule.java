package io.peerwatch.detection.verdict;

import io.peerwatch.detection.evidence.Scoring;

/**
 * Decides which hosts are apart alone.
 *
 * <p>Scores are in units of the threshold. A host opens at it when its score is the highest of its
 * group, or when it has held it for {@value #HELD_WINDOWS} windows beside a higher one; while
 * another host begins to look the same it waits as long, because then it may be the group that
 * moves, host by host. It stays while its score is over {@value #STAY_RATIO} of the threshold and
 * its last windows still look like its worst ones, and clears after {@value #CALM_WINDOWS} calm
 * windows.
 */
final class LoneRule {

  static final int HELD_WINDOWS = 6;
  static final int WAVE_WINDOWS = 24;
  static final double STAY_RATIO = 0.6;
  static final int CALM_WINDOWS = 4;

  /** Of what it looked like at its worst, a host that still shows less than this is calm. */
  private static final double LIKENESS_MIN = 0.3;

  /** While the group settles after a shift, only a score this many times the threshold opens. */
  private static final double IN_MOTION_FACTOR = 3;

  /** In a group of so few hosts, one that is apart bends what is expected of the others. */
  private static final int SMALL_GROUP = 6;

  private static final double BESIDE_FACTOR = 2;

  /** A follower's deviations are at least this large in this window, and this much alike. */
  private static final double FOLLOWER_RMS = 1.5;

  private static final double FOLLOWER_ALIKE = 0.5;

  private LoneRule() {}

  /** Steps every host; true for those that are lone after this window is in its record. */
  static void step(
      Comparison now,
      Scores scores,
      Scoring scoring,
      boolean inMotion,
      int warmUp,
      long windowStart,
      long windowMillis) {
    int highest = highest(now, scores);
    for (int h = 0; h < now.hosts; h++) {
      HostRecord record = now.records[h];
      double score = scores.ratio[h];
      record.over = score >= 1 ? record.over + 1 : 0;
      if (record.lone) {
        stay(now, record, score, scores.aside[h], scoring);
        record.loneLast = windowStart;
      } else {
        double bar = inMotion ? IN_MOTION_FACTOR : besideAnother(now, h) ? BESIDE_FACTOR : 1;
        boolean first = h == highest || scores.aside[h] || record.over >= HELD_WINDOWS;
        boolean known = record.compared >= warmUp;
        boolean high = known && score >= bar && first;
        long lately = windowStart - WAVE_WINDOWS * windowMillis;
        if (high && (scores.aside[h] || Blame.matters(now, h)) && sure(now, h, lately)) {
          open(now, record, score);
          record.loneSince = windowStart;
        }
      }
    }
  }

  /** The highest of those that are not known to be apart; -1 without any. */
  private static int highest(Comparison now, Scores scores) {
    int highest = -1;
    for (int h = 0; h < now.hosts; h++) {
      boolean higher = highest < 0 || scores.ratio[h] > scores.ratio[highest];
      highest = higher && !now.records[h].lone ? h : highest;
    }
    return highest;
  }

  /** Whether another host is apart in a group so small that the others' yardstick suffers. */
  private static boolean besideAnother(Comparison now, int h) {
    for (int other = 0; other < now.hosts && now.hosts <= SMALL_GROUP; other++) {
      HostRecord record = now.records[other];
      if (other != h && (record.lone || record.suspect)) {
        return true;
      }
    }
    return false;
  }

  /** Looks at all other hosts: it is asked of few. */
  private static boolean sure(Comparison now, int h, long lately) {
    return now.records[h].over >= WAVE_WINDOWS
        || now.records[h].over >= patience(now, h, lately);
  }

  /**
   * Windows that a host must be over its bar: while another begins to look the same it may be the
   * group that moves, and the third that looks like, or opposite to, two that were apart lately is
   * one more of a change that goes through the group host by host.
   */
  private static int patience(Comparison now, int h, long lately) {
    int like = 0;
    for (int other = 0; other < now.hosts; other++) {
      HostRecord record = now.records[other];
      boolean apart = other != h && record.loneLast >= lately;
      like += apart && Math.abs(resemblance(now, record, h)) >= FOLLOWER_ALIKE ? 1 : 0;
    }
    return like >= 2 ? WAVE_WINDOWS : like == 1 || followed(now, h) ? HELD_WINDOWS : 0;
  }

  /** How much a host looks like another did when that was at its worst: the cosine, -1..1. */
  private static double resemblance(Comparison now, HostRecord record, int h) {
    double common = 0;
    double square = 0;
    double worst = 0;
    for (int m = 0; m < now.metrics; m++) {
      double recent = now.records[h].trail.recent(m);
      common += recent * record.signature[m];
      square += recent * recent;
      worst += record.signature[m] * record.signature[m];
    }
    return square > 0 && worst > 0 ? common / Math.sqrt(square * worst) : 0;
  }

  /** Whether another host begins to look the same: then it may be the group that moves. */
  private static boolean followed(Comparison now, int h) {
    for (int other = 0; other < now.hosts; other++) {
      HostRecord record = now.records[other];
      boolean rising = other != h && !record.lone && record.trail.rms() > FOLLOWER_RMS;
      if (rising && now.alike(h, other) >= FOLLOWER_ALIKE) {
        return true;
      }
    }
    return false;
  }

  private static void open(Comparison now, HostRecord record, double score) {
    record.lone = true;
    record.calm = 0;
    sign(now, record, score);
  }

  private static void sign(Comparison now, HostRecord record, double score) {
    record.worstScore = score;
    for (int m = 0; m < now.metrics; m++) {
      record.signature[m] = record.trail.recent(m);
    }
  }

  private static void stay(
      Comparison now, HostRecord record, double score, boolean aside, Scoring scoring) {
    if (score > record.worstScore) {
      sign(now, record, score);
    }
    boolean low = score < STAY_RATIO;
    boolean quiet =
        !aside
            && record.trail.rms() < scoring.channel(0).rare()
            && likeness(now, record) < LIKENESS_MIN;
    record.calm = low || quiet ? record.calm + 1 : 0;
    if (record.calm >= CALM_WINDOWS) {
      record.lone = false;
      record.over = 0;
      record.worstScore = 0;
      record.trail.forgetDrift();
      record.following.forget();
    }
  }

  /** How much of its worst look the last three windows show: 1 is all of it. */
  private static double likeness(Comparison now, HostRecord record) {
    double common = 0;
    double square = 0;
    for (int m = 0; m < now.metrics; m++) {
      double signed = record.signature[m];
      common += signed * record.trail.recent(m);
      square += signed * signed;
    }
    return square > 0 ? common / square : 0;
  }
}
