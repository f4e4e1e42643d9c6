package io.peerwatch.proof.evaluate;

import io.peerwatch.proof.evaluate.baseline.Baseline;
import io.peerwatch.proof.evaluate.detector.Peerwatch;
import io.peerwatch.proof.evaluate.lab.GroupLife;
import io.peerwatch.proof.evaluate.lab.Harmless;
import io.peerwatch.proof.evaluate.lab.LabGroup;
import io.peerwatch.schemas.progress.Progress;
import io.peerwatch.streams.score.Alarm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole suite: faults of nine kinds in made-up groups, steps of three spreads in groups of
 * four, and changes that must not alarm. Every detector has two weeks to learn and to set its
 * threshold, sees no label, and is scored on the two weeks that follow.
 */
public final class Evaluation {
  private static final int STEP_HOSTS = 4;
  private static final double STEP_SPREADS = 3;
  private static final List<Integer> HARMLESS_HOSTS = List.of(4, 12);

  private final EvaluationSettings settings;
  private final Progress progress;
  private long done;

  public Evaluation(EvaluationSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * What came out.
   *
   * @param faults by size of group, then by detector, ours first
   * @param steps ours on steps of three spreads in two metrics of groups of four
   * @param harmless alarms of ours that single out a host, by change and size of group
   */
  public record Result(
      Map<Integer, Map<String, Tally>> faults, Tally steps, List<HarmlessAlarms> harmless) {}

  /**
   * Alarms that a harmless change raised.
   *
   * @param hostAlarmsPerWeek those that single out a host, by group and week
   * @param groupAlarmsPerWeek those on the group
   */
  public record HarmlessAlarms(
      Harmless change, int hosts, double hostAlarmsPerWeek, double groupAlarmsPerWeek) {}

  public Result run() {
    Map<Integer, Map<String, Tally>> faults = new LinkedHashMap<>();
    for (int size : settings.hosts()) {
      List<Baseline> others = settings.baselines() ? List.of(Baseline.values()) : List.of();
      var contest = new Contest(settings.falseAlarmsPerWeek(), others);
      for (int i = 0; i < settings.groupsOf(size); i++) {
        contest.run(LabGroup.withFaults(settings.seedOf("faults", size, i), size));
        tellOne();
      }
      faults.put(size, contest.tallies());
    }
    return new Result(faults, steps(), harmless());
  }

  private Tally steps() {
    var contest = new Contest(settings.falseAlarmsPerWeek(), List.of());
    for (int i = 0; i < settings.groups(); i++) {
      long seed = settings.seedOf("steps", STEP_HOSTS, i);
      contest.run(LabGroup.withSteps(seed, STEP_HOSTS, STEP_SPREADS));
      tellOne();
    }
    return contest.tallies().get(Contest.OURS);
  }

  private List<HarmlessAlarms> harmless() {
    List<HarmlessAlarms> all = new ArrayList<>();
    for (Harmless change : Harmless.values()) {
      for (int size : HARMLESS_HOSTS) {
        all.add(harmless(change, size));
      }
    }
    return all;
  }

  private HarmlessAlarms harmless(Harmless change, int size) {
    double weeks = 0;
    int ofHosts = 0;
    int ofGroups = 0;
    for (int i = 0; i < settings.groups(); i++) {
      LabGroup group = LabGroup.with(change, settings.seedOf(change.name(), size, i), size);
      var ours = new Peerwatch(GroupLife.WINDOW_MILLIS, settings.falseAlarmsPerWeek());
      for (int w = 0; w < LabGroup.WINDOWS; w++) {
        ours.judge(group.next());
      }
      for (Alarm alarm : ours.alarms(group.endMillis())) {
        if (alarm.openedMillis() >= group.scoredFromMillis()) {
          ofHosts += alarm.host() != null ? 1 : 0;
          ofGroups += alarm.host() == null ? 1 : 0;
        }
      }
      weeks += group.scoredWeeks();
      tellOne();
    }
    return new HarmlessAlarms(change, size, ofHosts / weeks, ofGroups / weeks);
  }

  private void tellOne() {
    done++;
    progress.report("groups", done, total());
  }

  private long total() {
    long faults = settings.hosts().stream().mapToLong(settings::groupsOf).sum();
    long others = 1L + (long) Harmless.values().length * HARMLESS_HOSTS.size();
    return faults + others * settings.groups();
  }
}
