package io.peerwatch.proof.evaluate;

import io.peerwatch.streams.score.AlarmScore;
import io.peerwatch.streams.score.AlarmScore.Outcome;
import io.peerwatch.streams.score.PoissonInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One detector's scores over several groups, added up. */
public final class Tally {
  private static final double MINUTE_MILLIS = 60_000.0;

  private final List<Outcome> outcomes = new ArrayList<>();
  private int falseAlarms;
  private double groupWeeks;
  private int loneAlarms;
  private int rightHost;

  public void add(AlarmScore score) {
    outcomes.addAll(score.outcomes());
    falseAlarms += score.falseAlarms();
    groupWeeks += score.groupWeeks();
    loneAlarms += score.loneAlarms();
    rightHost += score.rightHost();
  }

  public void add(Tally other) {
    outcomes.addAll(other.outcomes);
    falseAlarms += other.falseAlarms;
    groupWeeks += other.groupWeeks;
    loneAlarms += other.loneAlarms;
    rightHost += other.rightHost;
  }

  public List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  /** Incidents that were found. */
  public Proportion found() {
    return share(outcomes, Outcome::found);
  }

  /** The same for one kind of fault. */
  public Proportion found(String kind) {
    return share(ofKind(kind), Outcome::found);
  }

  /** Incidents found not later than so long after they began, of all. */
  public Proportion foundWithin(long millis) {
    return share(outcomes, o -> o.found() && o.delayMillis() <= millis);
  }

  public int falseAlarms() {
    return falseAlarms;
  }

  /** Time scored, summed over groups. */
  public double groupWeeks() {
    return groupWeeks;
  }

  /** Realised false alarms by group and week. */
  public double falseAlarmsPerWeek() {
    return falseAlarms / groupWeeks;
  }

  public PoissonInterval falseAlarmsPerWeekInterval() {
    return PoissonInterval.of(falseAlarms).dividedBy(groupWeeks);
  }

  /** Hosts' own episodes that blame a metric that shows the fault, of those that could tell. */
  public Proportion blameHits() {
    return share(outcomes.stream().filter(o -> o.blameHit() != null).toList(), Outcome::blameHit);
  }

  /** Episodes of one host amid an incident that name the right one. */
  public Proportion rightHost() {
    return new Proportion(rightHost, loneAlarms);
  }

  /**
   * From an incident's start to its episode, over those found, in minutes; NaN without any.
   *
   * @param quantile 0..1, such as 0.5 for the median
   */
  public double delayMinutes(double quantile) {
    return delayMinutes(outcomes, quantile);
  }

  /** The same for one kind of fault. */
  public double delayMinutes(String kind, double quantile) {
    return delayMinutes(ofKind(kind), quantile);
  }

  private List<Outcome> ofKind(String kind) {
    return outcomes.stream().filter(o -> o.incident().kind().equals(kind)).toList();
  }

  private static double delayMinutes(List<Outcome> of, double quantile) {
    double[] delays =
        of.stream()
            .filter(Outcome::found)
            .mapToDouble(o -> o.delayMillis() / MINUTE_MILLIS)
            .sorted()
            .toArray();
    int at = (int) Math.min(delays.length - 1.0, Math.floor(quantile * delays.length));
    return delays.length == 0 ? Double.NaN : delays[at];
  }

  private static Proportion share(List<Outcome> of, Predicate<Outcome> that) {
    return new Proportion(of.stream().filter(that).count(), of.size());
  }
}
