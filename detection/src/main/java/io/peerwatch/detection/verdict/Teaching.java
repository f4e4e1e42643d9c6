package io.peerwatch.detection.verdict;

import io.peerwatch.detection.metric.MetricTable;
import io.peerwatch.detection.taught.Opinion;
import io.peerwatch.detection.taught.TaughtItem;
import io.peerwatch.detection.taught.TaughtList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets a group learn what people say of its alerts.
 *
 * <ul>
 *   <li>ACKNOWLEDGED: while the trouble lasts, its hosts learn at their normal speed.
 *   <li>EXPECTED_CHANGE: the present difference is learned at once.
 *   <li>FALSE_ALARM: the bar of the metrics that were blamed is higher on these hosts, and the
 *       present trouble is not told again while it lasts; they learn at their normal speed.
 * </ul>
 *
 * Of an alert that has ended only the bar is left to learn. Verdicts on who reports when teach
 * nothing, and one on the whole group's motion no host.
 */
final class Teaching {

  /** Of two hosts that diverged nobody knows which moved: each learns half of it. */
  private static final double PART_OF_PAIR = 0.5;

  private final GroupMemory memory;
  private final Roster roster;

  Teaching(GroupMemory memory, Roster roster) {
    this.memory = memory;
    this.roster = roster;
  }

  void learn(Lesson lesson) {
    roster.mayBeTaught = true;
    roster.mayBeApart = true;
    if (lesson.before() != null) {
      takeBack(lesson.alertId());
    }
    if (lesson.now() == null || !lesson.teaches()) {
      return;
    }
    for (HostRecord record : meant(lesson)) {
      teach(lesson, record);
      record.changed = true;
    }
    if (lesson.host() == null && lesson.closes()) {
      if (lesson.verdict() == Verdict.SUBGROUP && lesson.now() == Opinion.EXPECTED_CHANGE) {
        memory.subgroupHeld.end();
      }
      GroupState state = GroupQuiet.stateOf(lesson.verdict());
      memory.quiet = new GroupQuiet(lesson.alertId(), lesson.now(), memory.endAt, state);
    }
  }

  private void takeBack(String alertId) {
    for (HostRecord record : roster.all()) {
      if (record.taught.takeBack(alertId, memory.endAt, record.baseline)) {
        record.changed = true;
      }
    }
    if (memory.quiet != null && memory.quiet.alertId().equals(alertId)) {
      memory.quiet = null;
    }
  }

  /** The hosts that the alert is about, of those that are still remembered. */
  private List<HostRecord> meant(Lesson lesson) {
    List<HostRecord> meant = new ArrayList<>();
    if (lesson.verdict() == Verdict.GROUP_SHIFT) {
      return meant;
    }
    for (HostRecord record : roster.all()) {
      boolean named =
          lesson.host() != null
              ? record.host.equals(lesson.host())
              : lesson.open()
                  ? record.taught.apartTogether()
                  : lesson.hosts().contains(record.host);
      if (named) {
        meant.add(record);
      }
    }
    return meant;
  }

  private void teach(Lesson lesson, HostRecord record) {
    String id = lesson.alertId();
    boolean ofGroup = lesson.host() == null;
    if (lesson.now() == Opinion.FALSE_ALARM) {
      int[] blamed = numbers(lesson.blamed());
      record.taught.raiseBars(id, memory.endAt, blamed);
      if (lesson.open()) {
        record.taught.keepQuiet(id, Opinion.FALSE_ALARM, memory.endAt, blamed);
      }
    } else if (lesson.open() && lesson.now() == Opinion.ACKNOWLEDGED) {
      record.taught.acknowledge(id, ofGroup, memory.endAt, record.baseline);
    } else if (lesson.open()) {
      double part = lesson.verdict() == Verdict.PAIR_DIVERGED ? PART_OF_PAIR : 1;
      if (record.taught.learnDifference(id, memory.endAt, part, record.baseline)) {
        record.interrupt();
      }
    }
  }

  private int[] numbers(List<String> metrics) {
    return metrics.stream()
        .mapToInt(memory.table::numberOf)
        .filter(number -> number != MetricTable.NOT_COMPARED)
        .toArray();
  }

  /** Holds deviations against the bars of their metrics; before they are scored. */
  static void lower(Comparison now, long windowEnd) {
    for (int h = 0; h < now.hosts; h++) {
      now.records[h].taught.refresh(windowEnd);
      now.records[h].taught.lower(now.w, now.place[h], now.metrics);
    }
  }

  /** The findings that are to be told. */
  List<Finding> told(List<Finding> findings) {
    return findings.isEmpty()
        ? findings
        : findings.stream().filter(finding -> !isQuiet(finding)).toList();
  }

  private boolean isQuiet(Finding finding) {
    double[] share = new double[memory.table.size()];
    for (Evidence evidence : finding.evidence()) {
      share[memory.table.numberOf(evidence.metric())] = evidence.share();
    }
    return roster.get(finding.host()).taught.isQuiet(share);
  }

  /** The state that is to be told. */
  GroupState told(GroupState state) {
    if (memory.quiet != null && memory.quiet.state() != state) {
      memory.quiet = null;
    }
    return memory.quiet == null ? state : GroupState.NORMAL;
  }

  /** What lasts of what was taught, the group's first, then hosts by name. */
  List<TaughtItem> list() {
    TaughtList list = new TaughtList(m -> memory.table.get(m).metric(), memory.endAt);
    if (memory.quiet != null) {
      list.addGroup(memory.quiet.kind(), memory.quiet.since(), memory.quiet.alertId());
    }
    if (roster.mayBeTaught) {
      roster.mayBeTaught = false;
      for (HostRecord record : roster.all()) {
        list.addHost(record.host, record.taught);
        roster.mayBeTaught |= !record.taught.isEmpty();
      }
    }
    return list.items();
  }

  /** Takes in who is apart in this window. */
  void note(Comparison now, Scores scores, Decision decision) {
    List<Finding> concerned = ofSeveral(decision) ? decision.hostsConcerned() : List.of();
    Set<String> named = new HashSet<>();
    concerned.forEach(finding -> named.add(finding.host()));
    for (int h = 0; h < now.hosts; h++) {
      HostRecord record = now.records[h];
      boolean together = !named.isEmpty() && named.contains(record.host);
      if (together || record.lone) {
        double[] d = new double[now.metrics];
        for (int m = 0; m < d.length; m++) {
          d[m] = now.d(h, m);
        }
        record.taught.apart(d, scores.aside[h], together);
        roster.mayBeApart = true;
      }
    }
  }

  /** Ends what ends with a trouble; the hosts whose acknowledged level has become normal. */
  List<String> endWindow(Comparison now, Scores scores, Decision decision) {
    boolean several = ofSeveral(decision);
    if (!roster.mayBeTaught && !roster.mayBeApart) {
      return List.of();
    }
    List<String> accepted = new ArrayList<>();
    boolean anyLone = false;
    for (int h = 0; h < now.hosts; h++) {
      HostRecord record = now.records[h];
      if (record.taught.endWindow(scores.ratio[h], record.lone, several, record.baseline)) {
        accepted.add(record.host);
      }
      if (!record.lone && !several) {
        record.taught.together();
      }
      anyLone |= record.lone;
    }
    roster.mayBeApart = several || anyLone || now.hosts < roster.all().size();
    return List.copyOf(accepted);
  }

  private static boolean ofSeveral(Decision decision) {
    return decision.state() == GroupState.SUBGROUP || decision.state() == GroupState.PAIR_DIVERGED;
  }
}
