package io.peerwatch.streams.score;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How episodes compare with labelled incidents.
 *
 * @param outcomes one for each incident that began within the scored time, in the order given
 * @param alarms episodes opened within the scored time
 * @param falseAlarms those of them that found nothing
 * @param groupWeeks time scored, in weeks, summed over groups
 * @param loneAlarms episodes of one host, on its metrics, that were open while an incident was that
 *     few hosts shared
 * @param rightHost those of them that name a host with such an incident
 */
public record AlarmScore(
    List<Outcome> outcomes,
    int alarms,
    int falseAlarms,
    double groupWeeks,
    int loneAlarms,
    int rightHost) {

  /**
   * What became of one incident.
   *
   * @param shared many hosts had one at the same time, so that an episode of the group finds it too
   * @param finder the first episode that found it; null when none did
   * @param foundAlone an episode of this very host found it
   * @param blameHit a labelled metric is among the three that the host's episode blames most; null
   *     where no metric is labelled, or no episode of the host found it
   */
  public record Outcome(
      Incident incident, boolean shared, Alarm finder, boolean foundAlone, Boolean blameHit) {

    public boolean found() {
      return finder != null;
    }

    /** From the incident's start to the episode's opening, at least 0. */
    public long delayMillis() {
      return Math.max(0, finder.openedMillis() - incident.startMillis());
    }
  }

  public long found() {
    return outcomes.stream().filter(Outcome::found).count();
  }

  /** Of the incidents, 0..1; NaN without any. */
  public double recall() {
    return outcomes.isEmpty() ? Double.NaN : (double) found() / outcomes.size();
  }

  /** Realised false alarms for each group and week; NaN when no time was scored. */
  public double falseAlarmsPerWeek() {
    return groupWeeks > 0 ? falseAlarms / groupWeeks : Double.NaN;
  }

  /** The exact 95 % interval of the rate behind {@link #falseAlarmsPerWeek()}. */
  public PoissonInterval falseAlarmsPerWeekInterval() {
    return PoissonInterval.of(falseAlarms).dividedBy(groupWeeks);
  }

  /** Median over the found incidents, in milliseconds; empty when none was found. */
  public OptionalDouble medianDelayMillis() {
    double[] delays =
        outcomes.stream()
            .filter(Outcome::found)
            .mapToDouble(Outcome::delayMillis)
            .sorted()
            .toArray();
    int middle = delays.length / 2;
    if (delays.length == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        delays.length % 2 == 1 ? delays[middle] : (delays[middle - 1] + delays[middle]) / 2);
  }

  /** Ratio of the host's own episodes that blame a labelled metric, 0..1; NaN when none tells. */
  public double blameHitRate() {
    long known = outcomes.stream().filter(o -> o.blameHit() != null).count();
    long hits = outcomes.stream().filter(o -> Boolean.TRUE.equals(o.blameHit())).count();
    return known == 0 ? Double.NaN : (double) hits / known;
  }
}
