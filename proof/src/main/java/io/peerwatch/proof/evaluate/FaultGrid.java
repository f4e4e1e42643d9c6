package io.peerwatch.proof.evaluate;

import io.peerwatch.proof.evaluate.baseline.Baseline;
import io.peerwatch.proof.evaluate.lab.LabGroup;
import io.peerwatch.proof.evaluate.work.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Faults of all kinds: of one to five spreads for every detector, and of each strength for ours.
 */
final class FaultGrid {
  static final List<Integer> STRENGTH_HOSTS = List.of(4, 12);
  static final int STRENGTH_MAX = 5;

  private final EvaluationSettings settings;
  private final Map<Integer, Map<Entry, Tally>> faults = new LinkedHashMap<>();
  private final Map<Integer, Map<Entry, Tally>> atWork = new LinkedHashMap<>();
  private final Map<Integer, Map<Integer, Tally>> strengths = new LinkedHashMap<>();

  FaultGrid(EvaluationSettings settings) {
    this.settings = settings;
  }

  void planAll(Work work) {
    List<Baseline> others = settings.baselines() ? List.of(Baseline.values()) : List.of();
    var contest = new Contest(settings.budgets(), others, settings.workMetric());
    for (int size : settings.hosts()) {
      Map<Entry, Tally> ofSize = new LinkedHashMap<>();
      faults.put(size, ofSize);
      for (int i = 0; i < settings.groupsOf(size); i++) {
        long seed = settings.seedOf("faults", size, i);
        work.add(
            contest.cost(size),
            advance -> contest.run(LabGroup.withFaults(seed, size), advance),
            scores -> merge(ofSize, scores));
      }
    }
  }

  void planAtWork(Work work) {
    var ours = new Contest(settings.budgets(), List.of(), settings.workMetric());
    for (int size : STRENGTH_HOSTS) {
      Map<Entry, Tally> ofSize = new LinkedHashMap<>();
      atWork.put(size, ofSize);
      for (int i = 0; i < settings.groups(); i++) {
        long seed = settings.seedOf("work", size, i);
        work.add(
            ours.cost(size),
            advance -> ours.run(LabGroup.atWork(seed, size), advance),
            scores -> merge(ofSize, scores));
      }
    }
  }

  void planStrengths(Work work) {
    STRENGTH_HOSTS.forEach(size -> planStrengths(work, size));
  }

  private void planStrengths(Work work, int size) {
    var ours = new Contest(List.of(settings.mainBudget()), List.of(), settings.workMetric());
    strengths.put(size, new TreeMap<>());
    for (int spreads = 1; spreads <= STRENGTH_MAX; spreads++) {
      Tally tally = new Tally();
      strengths.get(size).put(spreads, tally);
      double exactly = spreads;
      for (int i = 0; i < settings.groupsOfCell(); i++) {
        long seed = settings.seedOf("strengths", size, i);
        work.add(
            ours.cost(size),
            advance -> ours.run(LabGroup.withFaults(seed, size, exactly), advance),
            scores -> scores.values().forEach(tally::add));
      }
    }
  }

  static void merge(Map<Entry, Tally> into, Map<Entry, Tally> scores) {
    scores.forEach((entry, tally) -> into.computeIfAbsent(entry, any -> new Tally()).add(tally));
  }

  /** By size of group, then by detector and budget, ours first. */
  Map<Integer, Map<Entry, Tally>> faults() {
    return faults;
  }

  /** By size of group, then by budget: ours where a balancer shifts work. */
  Map<Integer, Map<Entry, Tally>> atWork() {
    return atWork;
  }

  /** By size of group, then by strength in spreads: ours at the main budget. */
  Map<Integer, Map<Integer, Tally>> strengths() {
    return strengths;
  }
}
