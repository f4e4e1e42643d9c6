package io.peerwatch.detection.verdict;

import io.peerwatch.detection.evidence.HostTrails;
import io.peerwatch.detection.evidence.Scoring;
import io.peerwatch.detection.window.GroupWindow;
import java.util.ArrayList;
import java.util.List;

/** Turns the scores of one window into verdicts. */
final class Decision {

  /** Members of a subgroup look this much alike (cosine of their deviations). */
  private static final double ALIKE = 0.5;

  /** An alert that clears sooner may as well be chance: the budget pays for it. */
  private static final int LASTED_WINDOWS = 5;

  private static final int CONCERNED_MAX = 20;

  private final GroupWindow window;
  private final Comparison now;
  private final Scores scores;
  private final GroupMemory memory;
  private final DetectionSettings settings;
  private GroupState state = GroupState.NORMAL;
  private List<Finding> findings = List.of();
  private List<Finding> concerned = List.of();
  private boolean moving;

  Decision(
      GroupWindow window,
      Comparison now,
      Scores scores,
      GroupMemory memory,
      DetectionSettings settings) {
    this.window = window;
    this.now = now;
    this.scores = scores;
    this.memory = memory;
    this.settings = settings;
  }

  GroupState state() {
    return state;
  }

  List<Finding> findings() {
    return findings;
  }

  List<Finding> hostsConcerned() {
    return concerned;
  }

  int hostsJudged() {
    int judged = 0;
    for (int h = 0; h < now.hosts; h++) {
      judged += known(h) ? 1 : 0;
    }
    return judged;
  }

  private boolean known(int h) {
    return now.records[h].compared >= settings.warmUpWindows();
  }

  void decide() {
    double[] motion = {memory.motion.channel()};
    Yardstick yardstick = new Yardstick(window, now, memory);
    double bar = yardstick.isBentByAny() ? Yardstick.BENT_FACTOR : 1;
    double shift = memory.shift.score(motion, 0) / (bar * memory.shift.threshold());
    memory.shifting.step(shift, memory.motion, settings.windowDays());
    boolean shifted = memory.shifting.held();
    moving = memory.shifting.settling();
    boolean pair = window.hosts().size() == 2;
    scores.ofGroup = pair ? 0 : shift;
    if (yardstick.groupMoves()) {
      forgetHours();
    }
    new LoneRule(now, scores, memory, settings, yardstick, window.start()).step(moving && !pair);
    List<Integer> together = subgroup(shifted);
    if (pair) {
      decidePair();
    } else if (shifted) {
      state = GroupState.GROUP_SHIFT;
      concerned = shiftedHosts();
    } else if (!together.isEmpty()) {
      state = GroupState.SUBGROUP;
      concerned = findings(together, Verdict.SUBGROUP);
      together.forEach(h -> now.records[h].lone = false);
    }
    boolean groupMoves = state == GroupState.GROUP_SHIFT || state == GroupState.SUBGROUP;
    memory.movedAt = groupMoves ? window.start() : memory.movedAt;
    findings = pair && state == GroupState.PAIR_DIVERGED ? List.of() : loneFindings();
  }

  private void forgetHours() {
    for (int h = 0; h < now.hosts; h++) {
      now.records[h].forgetHours();
    }
  }

  private List<Finding> loneFindings() {
    List<Integer> lone = new ArrayList<>();
    for (int h = 0; h < now.hosts; h++) {
      if (now.records[h].lone) {
        lone.add(h);
      }
    }
    return findings(lone, Verdict.LONE_HOST);
  }

  /** Worst first. */
  private List<Finding> findings(List<Integer> hosts, Verdict verdict) {
    if (hosts.isEmpty()) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>();
    hosts.stream()
        .sorted((a, b) -> Double.compare(scores.score[b], scores.score[a]))
        .forEach(h -> found.add(finding(h, verdict)));
    return List.copyOf(found);
  }

  private Finding finding(int h, Verdict verdict) {
    HostRecord record = now.records[h];
    double score = scores.ratio[h];
    List<Evidence> evidence = Blame.of(now, h, memory.table);
    String lost =
        now.atEqualWork.isLost(now, h) ? memory.table.get(now.atEqualWork.metric()).metric() : null;
    return new Finding(record.host, verdict, score, evidence, 0, 0, record.roseAt, lost);
  }

  private List<Finding> shiftedHosts() {
    List<Finding> found = new ArrayList<>();
    double[] motion = {memory.motion.channel()};
    double score = memory.shift.score(motion, 0) / memory.shift.threshold();
    for (int h = 0; h < Math.min(CONCERNED_MAX, now.hosts); h++) {
      List<Evidence> evidence = Blame.ofShift(now, h, memory.table, memory.motion);
      found.add(new Finding(now.records[h].host, Verdict.GROUP_SHIFT, score, evidence, 0, 0, -1));
    }
    return List.copyOf(found);
  }

  /** Hosts displaced alike; empty when no subgroup holds. */
  private List<Integer> subgroup(boolean shifted) {
    if (scores.kth < 0) {
      return List.of();
    }
    double score =
        memory.subgroup.score(scores.channels, scores.kth * HostTrails.CHANNELS)
            / memory.subgroup.threshold();
    if (score < 1 && !memory.subgroupHeld.active()) {
      return List.of();
    }
    List<Integer> alike = alike(scores.score[scores.kth] * 0.6);
    boolean enough = alike.size() >= Math.max(3, (int) Math.ceil(0.25 * now.hosts));
    boolean holds = memory.subgroupHeld.step(enough ? score : 0, !shifted);
    return holds && !alike.isEmpty() ? alike : List.of();
  }

  private List<Integer> alike(double least) {
    List<Integer> alike = new ArrayList<>();
    for (int h = 0; h < now.hosts; h++) {
      if (scores.score[h] >= least && now.alike(h, scores.top) >= ALIKE) {
        alike.add(h);
      }
    }
    return alike;
  }

  /** Of two hosts either may be the odd one, unless one moved against its own past alone. */
  private void decidePair() {
    List<Integer> lone = new ArrayList<>();
    for (int h = 0; h < now.hosts; h++) {
      if (now.records[h].lone) {
        lone.add(h);
      }
    }
    if (lone.isEmpty()) {
      return;
    }
    int odd = OwnHistory.oddOfPair(now);
    if (odd < 0) {
      state = GroupState.PAIR_DIVERGED;
      concerned = findings(now.hosts == 2 ? List.of(0, 1) : lone, Verdict.PAIR_DIVERGED);
    } else {
      for (int h = 0; h < now.hosts; h++) {
        now.records[h].lone = h == odd;
      }
    }
  }

  /** Hosts whose deviations are rare are no peers in the next window, and learn slowly in this. */
  void markSuspects() {
    for (int h = 0; h < now.hosts; h++) {
      HostRecord record = now.records[h];
      record.suspect = false;
      boolean usual = scores.alone[h] <= 1 && !record.lone;
      record.roseAt = usual ? -1 : record.roseAt < 0 ? window.start() : record.roseAt;
    }
    List<Integer> apart = memory.solvedAt > 0 ? apart() : List.of();
    if (!apart.isEmpty()) {
      apart.stream()
          .sorted((a, b) -> Double.compare(scores.score[b], scores.score[a]))
          .limit((now.hosts - 1) / 2)
          .forEach(h -> now.records[h].suspect = true);
    }
  }

  private List<Integer> apart() {
    double rare = memory.lone.channel(0).rare();
    List<Integer> apart = new ArrayList<>();
    for (int h = 0; h < now.hosts; h++) {
      if (scores.fresh[h * HostTrails.CHANNELS] > rare || now.records[h].lone) {
        apart.add(h);
      }
    }
    return apart;
  }

  /** Whether its alert has lasted so long that it stands for a trouble, not for the budget. */
  private boolean lasted(HostRecord record) {
    return record.lone
        && window.start() - record.loneSince >= LASTED_WINDOWS * settings.windowMillis();
  }

  /** The highest of the group teaches the threshold, all of them the scale. */
  private void learnSide(Scoring scoring, double[] channel) {
    int highest = -1;
    for (int h = 0; h < now.hosts; h++) {
      if (known(h)) {
        highest = highest < 0 || channel[h] > channel[highest] ? h : highest;
        if (!now.records[h].lone) {
          scoring.learn(channel, h);
        }
      }
    }
    if (highest >= 0) {
      scoring.learnHighest(window.start(), channel, highest, lasted(now.records[highest]));
    }
  }

  /** Lets scales and thresholds take in this window. */
  void learn() {
    boolean ready = memory.solvedAt > 0;
    boolean anyLone = false;
    boolean anyLasted = false;
    for (int h = 0; h < now.hosts && ready; h++) {
      anyLone |= now.records[h].lone;
      if (lasted(now.records[h])) {
        anyLasted = true;
        memory.markAlerted(now.records[h].loneSince);
      }
      boolean warming = memory.baseline.age() < settings.warmUpWindows();
      if (warming || (known(h) && !now.records[h].lone)) {
        memory.lone.learn(scores.fresh, h * HostTrails.CHANNELS);
      }
    }
    if (!ready) {
      return;
    }
    learnSide(memory.lag, scores.lag);
    memory.leaving.forEach((way, scoring) -> learnSide(scoring, scores.leaving[way.ordinal()]));
    double[] motion = {memory.motion.channel()};
    boolean apart = state != GroupState.NORMAL && state != GroupState.SUSPECTS;
    memory.shift.learn(motion, 0);
    memory.shift.learnHighest(window.start(), motion, 0, false);
    if (scores.kth >= 0) {
      int kth = scores.kth * HostTrails.CHANNELS;
      memory.subgroup.learn(scores.channels, kth);
      memory.subgroup.learnHighest(window.start(), scores.channels, kth, apart);
    }
    if (scores.highest >= 0 && (!moving || anyLone)) {
      memory.lone.learnHighest(
          window.start(),
          scores.channels,
          scores.highest * HostTrails.CHANNELS,
          anyLasted || apart);
    }
  }
}
