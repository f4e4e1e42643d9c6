package io.peerwatch.detection.verdict;

/**
 * Decides which hosts are apart alone.
 *
 * <p>Scores are in units of the threshold. A host opens at it when its score is the highest of its
 * group, or when it has held it for {@value #HELD_WINDOWS} windows beside a higher one; where the
 * {@link Yardstick} is bent, at more than that; while another host begins to look the same it waits
 * as long, because then it may be the group that moves, host by host. It stays while its score is
 * over {@value #STAY_RATIO} of the threshold and its last windows still look like its worst ones,
 * and clears after {@value #CALM_WINDOWS} calm windows.
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

  /** What is added to the bar of a host that just joined, and the days in which that halves. */
  private static final double NEWCOMER_FACTOR = 2;

  private static final double NEWCOMER_DAYS = 1.5;

  /** A follower's deviations are at least this large in this window, and this much alike. */
  private static final double FOLLOWER_RMS = 1.5;

  private static final double FOLLOWER_ALIKE = 0.5;

  private final Comparison now;
  private final Scores scores;
  private final GroupMemory memory;
  private final DetectionSettings settings;
  private final Yardstick yardstick;
  private final long windowStart;

  LoneRule(
      Comparison now,
      Scores scores,
      GroupMemory memory,
      DetectionSettings settings,
      Yardstick yardstick,
      long windowStart) {
    this.now = now;
    this.scores = scores;
    this.memory = memory;
    this.settings = settings;
    this.yardstick = yardstick;
    this.windowStart = windowStart;
  }

  /** Steps every host; those that are lone after this window have it in their record. */
  void step(boolean inMotion) {
    int highest = highest();
    for (int h = 0; h < now.hosts; h++) {
      HostRecord record = now.records[h];
      double score = scores.ratio[h];
      record.over = score >= 1 ? record.over + 1 : 0;
      if (record.lone) {
        stay(h, score);
        record.loneLast = windowStart;
      } else if (opens(h, h == highest, inMotion)) {
        open(record, score);
      }
    }
  }

  private boolean opens(int h, boolean isHighest, boolean inMotion) {
    if (!(scores.ratio[h] >= 1)) { // most hosts, and no bar is lower
      return false;
    }
    HostRecord record = now.records[h];
    boolean bent = yardstick.groupMoves() || yardstick.isBentBeside(h);
    double bar = inMotion ? IN_MOTION_FACTOR : bent ? Yardstick.BENT_FACTOR : 1;
    boolean known = record.compared >= settings.warmUpWindows();
    boolean high = known && scores.ratio[h] >= bar * youth(record);
    boolean first = isHighest || scores.aside[h] || record.over >= HELD_WINDOWS;
    return high && first && (scores.aside[h] || Blame.matters(now, h, memory)) && sure(h);
  }

  /** Of a host that joined a group later, days and habits are still to be learned. */
  private double youth(HostRecord record) {
    boolean newcomer = record.compared < memory.baseline.age() / 2;
    double days = record.compared * settings.windowDays();
    return newcomer ? 1 + NEWCOMER_FACTOR * StrictMath.pow(0.5, days / NEWCOMER_DAYS) : 1;
  }

  /** The highest of those that are not known to be apart; -1 without any. */
  private int highest() {
    int highest = -1;
    for (int h = 0; h < now.hosts; h++) {
      boolean higher = highest < 0 || scores.ratio[h] > scores.ratio[highest];
      highest = higher && !now.records[h].lone ? h : highest;
    }
    return highest;
  }

  /** Looks at all other hosts: it is asked of few. */
  private boolean sure(int h) {
    return now.records[h].over >= WAVE_WINDOWS || now.records[h].over >= patience(h);
  }

  /**
   * Windows that a host must be over its bar: while another begins to look the same it may be the
   * group that moves, and the third that looks like, or opposite to, two that were apart lately is
   * one more of a change that goes through the group host by host.
   */
  private int patience(int h) {
    int like = 0;
    for (int other = 0; other < now.hosts; other++) {
      HostRecord record = now.records[other];
      boolean apart =
          other != h && record.loneLast >= windowStart - WAVE_WINDOWS * settings.windowMillis();
      like += apart && Math.abs(resemblance(record, h)) >= FOLLOWER_ALIKE ? 1 : 0;
    }
    return like >= 2 ? WAVE_WINDOWS : followed(h) ? HELD_WINDOWS : 0;
  }

  /** How much a host looks like another did when that was at its worst: the cosine, -1..1. */
  private double resemblance(HostRecord record, int h) {
    double common = 0;
    double square = 0;
    double worst = 0;
    for (int m = 0; m < now.metrics; m++) {
      double recent = now.records[h].recent(m);
      common += recent * record.signature(m);
      square += recent * recent;
      worst += record.signature(m) * record.signature(m);
    }
    return square > 0 && worst > 0 ? common / Math.sqrt(square * worst) : 0;
  }

  /** Whether another host begins to look the same: then it may be the group that moves. */
  private boolean followed(int h) {
    for (int other = 0; other < now.hosts; other++) {
      HostRecord record = now.records[other];
      boolean rising = other != h && !record.lone && record.rms() > FOLLOWER_RMS;
      if (rising && now.alike(h, other) >= FOLLOWER_ALIKE) {
        return true;
      }
    }
    return false;
  }

  private void open(HostRecord record, double score) {
    record.lone = true;
    record.loneSince = windowStart;
    record.loneLast = windowStart;
    record.calm = 0;
    record.sign(score, now.metrics);
  }

  private void stay(int h, double score) {
    HostRecord record = now.records[h];
    if (score > record.worstScore) {
      record.sign(score, now.metrics);
    }
    boolean low = score < STAY_RATIO;
    boolean quiet =
        !scores.aside[h]
            && record.rms() < memory.lone.channel(0).rare()
            && likeness(record) < LIKENESS_MIN;
    record.calm = low || quiet ? record.calm + 1 : 0;
    if (record.calm >= CALM_WINDOWS) {
      record.forgetTrouble();
    }
  }

  /** How much of its worst look the last three windows show: 1 is all of it. */
  private double likeness(HostRecord record) {
    double common = 0;
    double square = 0;
    for (int m = 0; m < now.metrics; m++) {
      double signed = record.signature(m);
      common += signed * record.recent(m);
      square += signed * signed;
    }
    return square > 0 ? common / square : 0;
  }
}
