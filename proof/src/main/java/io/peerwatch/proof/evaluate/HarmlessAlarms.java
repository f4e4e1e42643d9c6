package io.peerwatch.proof.evaluate;

import io.peerwatch.proof.evaluate.lab.Harmless;
import io.peerwatch.streams.score.PoissonInterval;

/**
 * Alarms raised while nothing was wrong.
 *
 * @param hosts size of the groups
 * @param falseAlarmsPerWeek the budget
 * @param groupWeeks time scored, summed over groups
 * @param ofHosts alarms that single out a host
 * @param ofGroups alarms on the group, which a change of the whole group may well raise
 */
public record HarmlessAlarms(
    Harmless change,
    int hosts,
    double falseAlarmsPerWeek,
    double groupWeeks,
    long ofHosts,
    long ofGroups) {

  static HarmlessAlarms none(Harmless change, int hosts, double budget) {
    return new HarmlessAlarms(change, hosts, budget, 0, 0, 0);
  }

  HarmlessAlarms plus(HarmlessAlarms other) {
    return new HarmlessAlarms(
        change,
        hosts,
        falseAlarmsPerWeek,
        groupWeeks + other.groupWeeks,
        ofHosts + other.ofHosts,
        ofGroups + other.ofGroups);
  }

  /** Alarms of any kind that the budget allows in that time. */
  public double allowed() {
    return falseAlarmsPerWeek * groupWeeks;
  }

  /** The interval of the number of hosts' alarms that such groups raise in that time. */
  public PoissonInterval ofHostsInterval() {
    return PoissonInterval.of(ofHosts);
  }

  /** Whether hosts' alarms alone are beyond the budget by more than chance. */
  public boolean overBudget() {
    return ofHostsInterval().low() > allowed();
  }
}
