package io.peerwatch.proof.evaluate;

import io.peerwatch.streams.score.AlarmScore;
import io.peerwatch.streams.score.AlarmScore.Outcome;
import io.peerwatch.streams.score.PoissonInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One detector's scores over several groups, added up. */
public final class Tally {
  private final List<Outcome> outcomes = new ArrayList<>();
  private int falseAlarms;
  private double groupWeeks;

  void add(AlarmScore score) {
    outcomes.addAll(score.outcomes());
    falseAlarms += score.falseAlarms();
    groupWeeks += score.groupWeeks();
  }

  public int incidents() {
    return outcomes.size();
  }

  /** Ratio of the incidents that were found, 0..1; NaN without any. */
  public double recall() {
    return share(outcomes, Outcome::found);
  }

  /** The same for one kind of fault. */
  public double recall(String kind) {
    return share(
        outcomes.stream().filter(o -> o.incident().kind().equals(kind)).toList(), Outcome::found);
  }

  /** Incidents found, not later than so long after they began, as a ratio of all; 0..1. */
  public double recallWithin(long millis) {
    return share(outcomes, o -> o.found() && o.delayMillis() <= millis);
  }

  /** Realised false alarms by group and week. */
  public double falseAlarmsPerWeek() {
    return falseAlarms / groupWeeks;
  }

  public PoissonInterval falseAlarmsPerWeekInterval() {
    return PoissonInterval.of(falseAlarms).dividedBy(groupWeeks);
  }

  /** Ratio of hosts' own episodes that blame a metric that shows the fault; NaN without any. */
  public double blameHitRate() {
    return share(outcomes.stream().filter(o -> o.blameHit() != null).toList(), Outcome::blameHit);
  }

  /** Median delay of what was found, in minutes; NaN without any. */
  public double medianDelayMinutes() {
    double[] delays =
        outcomes.stream()
            .filter(Outcome::found)
            .mapToDouble(o -> o.delayMillis() / 60_000.0)
            .sorted()
            .toArray();
    return delays.length == 0 ? Double.NaN : delays[delays.length / 2];
  }

  private static double share(List<Outcome> of, Predicate<Outcome> that) {
    return of.isEmpty() ? Double.NaN : (double) of.stream().filter(that).count() / of.size();
  }
}
