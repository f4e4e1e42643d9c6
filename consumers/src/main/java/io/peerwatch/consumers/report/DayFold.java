package io.peerwatch.consumers.report;

import io.peerwatch.consumers.report.DayReport.GroupDay;
import io.peerwatch.consumers.report.DayReport.Odd;
import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.BudgetLedger;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.ResourceUse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Folds records, in the order of their topics, into a report of one UTC day. */
public final class DayFold {
  private static final double HOUR_MILLIS = Duration.ofHours(1).toMillis();
  private static final int HOURS = 24;

  private final LocalDate day;
  private final Instant from;
  private final Instant until;
  private final Map<String, HostAlert> episodes = new HashMap<>();
  private final Map<String, GroupDay> groups = new TreeMap<>();
  private final Map<String, Budget> budgets = new TreeMap<>();

  /** Of a day that is not over yet, nobody knows the rest; null before the first window. */
  private Instant lastWindowEnd;

  public DayFold(LocalDate day) {
    this.day = day;
    this.from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    this.until = from.plus(Duration.ofDays(1));
  }

  /** Takes a change of an episode; the last one of an episode counts. */
  public void add(HostAlert change) {
    if (change.getOpenedAt().isBefore(until)) {
      episodes.put(change.getAlertId(), change);
    }
  }

  /** Takes a window's figures. */
  public void add(GroupCapacity capacity) {
    Instant start = capacity.getWindowStart();
    if (!start.isBefore(from) && start.isBefore(until)) {
      GroupDay before = groups.get(capacity.getGroup());
      double[] busiest = before == null ? unknown() : before.busiest();
      int hour = (int) (Duration.between(from, start).toMillis() / (long) HOUR_MILLIS);
      double use = tightest(capacity);
      busiest[hour] = Double.isNaN(busiest[hour]) || use > busiest[hour] ? use : busiest[hour];
      boolean later = before == null || !start.isBefore(before.last().getWindowStart());
      groups.put(capacity.getGroup(), new GroupDay(later ? capacity : before.last(), busiest));
      Instant end = capacity.getWindowEnd();
      lastWindowEnd = lastWindowEnd == null || end.isAfter(lastWindowEnd) ? end : lastWindowEnd;
    }
  }

  /** Takes a ledger; the last one that tells of the day's week counts. */
  public void add(BudgetLedger ledger) {
    Budget.at(ledger, from).ifPresent(budget -> budgets.put(budget.group(), budget));
  }

  private static double[] unknown() {
    double[] hours = new double[HOURS];
    Arrays.fill(hours, Double.NaN);
    return hours;
  }

  private static double tightest(GroupCapacity capacity) {
    double most = Double.NaN;
    for (ResourceUse use : capacity.getUse()) {
      if (use.getTarget() != null) {
        double ratio = use.getMean() / use.getTarget();
        most = Double.isNaN(most) || ratio > most ? ratio : most;
      }
    }
    return most;
  }

  /** The report; without figures and episodes of the day it is empty. */
  public DayReport report() {
    List<Budget> kept =
        budgets.values().stream()
            .filter(budget -> groups.isEmpty() || groups.containsKey(budget.group()))
            .sorted(
                Comparator.comparing((Budget budget) -> !budget.isBroken())
                    .thenComparing(budget -> -budget.raised())
                    .thenComparing(Budget::group))
            .toList();
    return new DayReport(day, odd(), List.copyOf(groups.values()), kept);
  }

  private List<Odd> odd() {
    Map<String, List<HostAlert>> byWhom = new TreeMap<>();
    for (HostAlert episode : episodes.values()) {
      if (!isOver(episode) || episode.getResolvedAt().isAfter(from)) {
        String whom =
            episode.getGroup() + "|" + (episode.getHost() == null ? "" : episode.getHost());
        byWhom.computeIfAbsent(whom, w -> new ArrayList<>()).add(episode);
      }
    }
    return byWhom.values().stream()
        .map(this::odd)
        .sorted(
            Comparator.comparing((Odd odd) -> -odd.hours())
                .thenComparing(Odd::group)
                .thenComparing(Odd::host, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  private Odd odd(List<HostAlert> all) {
    HostAlert longest =
        all.stream()
            .max(Comparator.comparing(this::hours).thenComparing(HostAlert::getAlertId))
            .orElseThrow();
    double hours = all.stream().mapToDouble(this::hours).sum();
    return new Odd(longest.getGroup(), longest.getHost(), all.size(), hours, longest.getSummary());
  }

  /**
   * Hours of the day that the episode was open; what is still open lasts to the end of the last
   * window that is known of any group, or of the day.
   */
  private double hours(HostAlert episode) {
    Instant end = isOver(episode) ? earlier(episode.getResolvedAt(), until) : known();
    Instant start = episode.getOpenedAt().isBefore(from) ? from : episode.getOpenedAt();
    return Math.max(0, Duration.between(start, end).toMillis() / HOUR_MILLIS);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static boolean isOver(HostAlert episode) {
    return episode.getState() == AlertState.RESOLVED && episode.getResolvedAt() != null;
  }

  private Instant known() {
    return lastWindowEnd == null ? until : earlier(lastWindowEnd, until);
  }
}
