package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.LearningSteps;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How a window of a group is judged, and what is learned from it.
 *
 * <p>A table of contents of the comparison: {@link TimeVerdicts} (who reports), {@link Comparison}
 * (each host against its peers, learned bias and spread, whitened over metrics), {@link
 * SideEvidence} (who trails behind, who repeats itself), {@link Scores} (evidence over metrics and
 * time), {@link Decision} (verdicts, with hysteresis), {@link Refresh} (scales and thresholds out
 * of the group's own past).
 */
final class Judging {

  final Roster roster = new Roster();
  GroupMemory memory;
  private DetectionSettings settings;
  private LearningSteps steps;
  private final JudgingRoom room;
  private final Comparison now;
  private final Scores scores;

  Judging(DetectionSettings settings, JudgingRoom room) {
    this.room = room;
    now = room.now;
    scores = room.scores;
    follow(settings);
    startAnew();
  }

  DetectionSettings settings() {
    return settings;
  }

  /** Judges by these settings from the next window on. */
  void follow(DetectionSettings next) {
    settings = next;
    steps = LearningSteps.of(settings.windowDays());
  }

  /** Forgets everything. */
  void startAnew() {
    roster.clear();
    memory = new GroupMemory(settings.metrics());
  }

  GroupJudgement judge(GroupWindow given) {
    now.begin(settings);
    GroupWindow window = roster.areLatest(given.hosts()) ? given : given.byHost();
    memory.endAt = window.end();
    HostRecord[] records = roster.of(window.hosts(), window.end());
    TimeVerdicts time = new TimeVerdicts(window, patience(window));
    for (Finding finding : time.findings()) {
      if (finding.verdict() == Verdict.SILENT_HOST) {
        roster.get(finding.host()).interrupt();
      }
    }
    GapRates.learn(window, records, memory, settings);
    roster.forgetAbsent(window.end(), window.hosts().size());
    List<HostWindow> reporting = room.reporting(window.hosts(), records);
    NotJudgedReason reason = time.whyNotJudged(null);
    if (time.groupSilent() || reason != null) {
      return notCompared(window, reporting, time, reason);
    }
    compare(window, reporting);
    return judged(window, reporting, time);
  }

  private ToIntFunction<HostWindow> patience(GroupWindow window) {
    int known = window.hosts().size();
    return host -> GapRates.patience(roster.get(host.host()), memory, known, settings);
  }

  private void compare(GroupWindow window, List<HostWindow> reporting) {
    memory.table.numbersOf(window.metrics());
    memory.grow();
    HostRecord[] theirs = room.theirs();
    for (int h = 0; h < reporting.size(); h++) {
      theirs[h].grow(memory.table.size());
      theirs[h].compared++;
    }
    if (memory.firstAt < 0 || window.start() < memory.firstAt) { // clocks may have been set back
      memory.firstAt = window.start();
    }
    now.run(
        window,
        reporting,
        theirs,
        memory.table,
        roster,
        memory.baseline,
        memory.response,
        memory.whitening);
    Teaching.lower(now, window.end());
    room.sides.add(now, memory, settings.windowDays());
    scores.of(now, memory, steps);
    memory.motion.compare(now.groupMedian, now.metrics, now.day);
  }

  private GroupJudgement notCompared(
      GroupWindow window, List<HostWindow> reporting, TimeVerdicts time, NotJudgedReason reason) {
    return new GroupJudgement(
        window,
        time.groupSilent() ? GroupState.GROUP_SILENT : GroupState.NOT_JUDGED,
        time.groupSilent() ? null : reason,
        0,
        0,
        Double.NaN,
        time.findings(),
        List.of(),
        Readings.observed(window, reporting, now),
        calibration(warm(window.start())),
        List.of(),
        new Teaching(memory, roster).list(),
        settings);
  }

  private GroupJudgement judged(GroupWindow window, List<HostWindow> reporting, TimeVerdicts time) {
    boolean warm = warm(window.start());
    Decision decision = new Decision(window, now, scores, memory, settings);
    if (warm) {
      decision.decide();
    }
    decision.markSuspects();
    Teaching teaching = new Teaching(memory, roster);
    if (warm) {
      teaching.note(now, scores, decision);
    }
    List<Finding> findings = new ArrayList<>(teaching.told(decision.findings()));
    findings.addAll(time.findings());
    NotJudgedReason reason =
        now.metricsJudged == 0 && now.metrics == 0
            ? NotJudgedReason.NO_METRICS
            : warm ? null : NotJudgedReason.WARMING;
    GroupState state = reason != null ? GroupState.NOT_JUDGED : teaching.told(decision.state());
    boolean ofGroup = state == decision.state();
    List<String> accepted = warm ? teaching.endWindow(now, scores, decision) : List.of();
    if (state == GroupState.NORMAL && !findings.isEmpty()) {
      state = GroupState.SUSPECTS;
    }
    GroupJudgement judgement =
        new GroupJudgement(
            window,
            state,
            reason,
            warm ? decision.hostsJudged() : 0,
            now.metricsJudged,
            warm ? memory.lone.threshold() : Double.NaN,
            List.copyOf(findings),
            ofGroup ? decision.hostsConcerned() : List.of(),
            Readings.of(window, reporting, now, warm ? scores : null, memory.table),
            calibration(warm),
            accepted,
            teaching.list(),
            settings);
    decision.learn();
    now.atEqualWork.learn(now, memory.response, memory.baseline, steps);
    now.learn(memory.table, steps, memory.baseline, memory.whitening, memory.persistence);
    memory.motion.learn(now.groupMedian, now.metrics, now.day, steps);
    Refresh.ifDue(memory, roster, settings);
    return judgement;
  }

  Calibration calibration(boolean warm) {
    return Calibration.of(memory.lone.hours(), memory.lone.threshold(), warm);
  }

  boolean warm(long windowStart) {
    return memory.baseline.age() >= settings.warmUpWindows()
        && windowStart - memory.firstAt >= settings.warmUpMillis();
  }
}
