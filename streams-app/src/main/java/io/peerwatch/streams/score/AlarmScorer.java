package io.peerwatch.streams.score;

import io.peerwatch.streams.score.AlarmScore.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Scores episodes against labelled incidents, without point adjustment.
 *
 * <p>An incident is <em>found</em> when an episode overlaps it that is about its host, or about its
 * group and names the host, or about its group while the incident is <em>shared</em>: at least
 * {@value #SHARED_HOSTS} hosts of the group had one that overlaps it. An episode is <em>false</em>
 * when it found nothing, and also when it lasted more than {@value #LENGTH_RATIO_MAX} times as long
 * as what it overlaps, the time between incidents not counted: an alarm that is always on must not
 * score, however many incidents there are.
 *
 * <p>Why no point adjustment: Kim and others, <i>Towards a rigorous evaluation of time-series
 * anomaly detection</i>, AAAI 2022.
 */
public final class AlarmScorer {
  static final int SHARED_HOSTS = 3;
  static final int LENGTH_RATIO_MAX = 3;
  private static final int BLAMED_MAX = 3;

  private final List<Incident> incidents;
  private final List<Incident> byStart;
  private final long fromMillis;
  private final long toMillis;

  /**
   * @param incidents in any order
   * @param fromMillis scores what begins at or after this, epoch milliseconds
   * @param toMillis and before this
   */
  public AlarmScorer(List<Incident> incidents, long fromMillis, long toMillis) {
    this.incidents = List.copyOf(incidents);
    this.byStart =
        incidents.stream().sorted(Comparator.comparingLong(Incident::startMillis)).toList();
    this.fromMillis = fromMillis;
    this.toMillis = toMillis;
  }

  /**
   * @param alarms in the order of opening
   * @param groupWeeks how long the groups were watched within the scored time, in weeks, summed
   */
  public AlarmScore score(List<Alarm> alarms, double groupWeeks) {
    List<Alarm> scored = alarms.stream().filter(alarm -> within(alarm.openedMillis())).toList();
    List<Alarm> fitting = alarms.stream().filter(this::fits).toList();
    Set<Alarm> finders = new HashSet<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (Incident incident : incidents) {
      List<Alarm> found = fitting.stream().filter(alarm -> finds(alarm, incident)).toList();
      finders.addAll(found);
      if (within(incident.startMillis())) {
        outcomes.add(outcome(incident, found));
      }
    }
    int falseAlarms = (int) scored.stream().filter(alarm -> !finders.contains(alarm)).count();
    List<Alarm> lone = scored.stream().filter(this::amidLoneIncidents).toList();
    int right = (int) lone.stream().filter(this::namesLoneIncident).count();
    return new AlarmScore(outcomes, scored.size(), falseAlarms, groupWeeks, lone.size(), right);
  }

  private boolean within(long millis) {
    return millis >= fromMillis && millis < toMillis;
  }

  /** Whether the episode is not too long for what it overlaps. */
  private boolean fits(Alarm alarm) {
    long incidentMillis = 0;
    long countedTo = Long.MIN_VALUE;
    for (Incident incident : byStart) {
      if (finds(alarm, incident)) {
        long from = Math.max(countedTo, incident.startMillis());
        incidentMillis += Math.max(0, incident.endMillis() - from);
        countedTo = Math.max(countedTo, incident.endMillis());
      }
    }
    return alarm.endMillis() - alarm.startMillis() <= LENGTH_RATIO_MAX * incidentMillis;
  }

  private boolean finds(Alarm alarm, Incident incident) {
    return incident.inGroup(alarm.group())
        && incident.overlaps(alarm.startMillis(), alarm.endMillis())
        && (alarm.names(alarm.group(), incident.host()) || (alarm.ofGroup() && shared(incident)));
  }

  private boolean shared(Incident incident) {
    return incidents.stream()
            .filter(other -> other.inGroup(incident.group()) || incident.inGroup(other.group()))
            .filter(other -> other.overlaps(incident.startMillis(), incident.endMillis()))
            .map(Incident::host)
            .distinct()
            .count()
        >= SHARED_HOSTS;
  }

  private Outcome outcome(Incident incident, List<Alarm> found) {
    Alarm finder = found.isEmpty() ? null : found.get(0);
    List<Alarm> own = found.stream().filter(alarm -> !alarm.ofGroup()).toList();
    boolean tells = !incident.metrics().isEmpty() && own.stream().anyMatch(AlarmScorer::tells);
    Boolean hit = tells ? own.stream().anyMatch(alarm -> blames(alarm, incident)) : null;
    return new Outcome(incident, shared(incident), finder, !own.isEmpty(), hit);
  }

  private static boolean tells(Alarm alarm) {
    return alarm.onMetrics() && !alarm.blamed().isEmpty();
  }

  private static boolean blames(Alarm alarm, Incident incident) {
    return alarm.blamed().stream().limit(BLAMED_MAX).anyMatch(incident.metrics()::contains);
  }

  private boolean amidLoneIncidents(Alarm alarm) {
    return !alarm.ofGroup()
        && alarm.onMetrics()
        && incidents.stream().anyMatch(incident -> !shared(incident) && meets(alarm, incident));
  }

  private boolean namesLoneIncident(Alarm alarm) {
    return incidents.stream()
        .anyMatch(incident -> meets(alarm, incident) && incident.host().equals(alarm.host()));
  }

  private static boolean meets(Alarm alarm, Incident incident) {
    return incident.inGroup(alarm.group())
        && incident.overlaps(alarm.startMillis(), alarm.endMillis());
  }
}
