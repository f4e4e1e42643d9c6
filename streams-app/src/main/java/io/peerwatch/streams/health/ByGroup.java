package io.peerwatch.streams.health;

import io.peerwatch.detection.ledger.WeekCount;
import io.peerwatch.streams.count.CapacityStand;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is told of single groups, of some of them: those that need somebody most. */
public enum ByGroup {
  PROMISED(
      "peerwatch.budget.promised",
      "false alarms that the budget allows in the time judged this week, by group",
      ofBudget(WeekCount::promised)),
  RAISED(
      "peerwatch.budget.raised",
      "episodes opened this week, by group",
      ofBudget(week -> week.raised())),
  REALISED(
      "peerwatch.budget.realised",
      "episodes of this week called false or not judged by anyone, by group: an upper bound",
      ofBudget(week -> week.realised())),
  LOAD_PER_CORE(
      "peerwatch.capacity.load.per.core",
      "load average over cores in the latest window, by group",
      ofRoom(CapacityStand::loadPerCore)),
  HEADROOM(
      "peerwatch.capacity.headroom",
      "room to the target on the tightest resource as a ratio of the target, by group; negative"
          + " when over it",
      ofRoom(CapacityStand::headroom)),
  CORES_NEEDED(
      "peerwatch.capacity.cores.needed",
      "cores that bring load and CPU to their targets at the highest peak known (of the week, else"
          + " the day, else now), by group",
      ofRoom(CapacityStand::coresNeeded)),
  HOSTS_NEEDED(
      "peerwatch.capacity.hosts.needed",
      "hosts needed likewise, of the group's median size, by group",
      ofRoom(CapacityStand::hostsNeeded)),
  HOSTS_SPARE(
      "peerwatch.capacity.hosts.spare",
      "hosts known beyond those needed at that peak, by group; negative when too few",
      ofRoom(CapacityStand::hostsSpare)),
  SURVIVES_LOSS(
      "peerwatch.capacity.survives.loss",
      "hosts that may fail at the peak known until a ceiling is crossed, by group",
      ofRoom(CapacityStand::survivesLoss)),
  REACHES_TARGET(
      "peerwatch.capacity.reaches.target.timestamp.seconds",
      "when the daily peak reaches the target, Unix time, by group; missing where that is not"
          + " foreseen",
      ofRoom(stand -> stand.reachesTargetAt() / 1000));

  private final String metric;
  private final String meaning;
  private final Function<Moment, List<Series>> series;

  ByGroup(String metric, String meaning, Function<Moment, List<Series>> series) {
    this.metric = metric;
    this.meaning = meaning;
    this.series = series;
  }

  /** One group's number. */
  record Series(String group, double value) {}

  /** Its name, words separated by dots. */
  public String metric() {
    return metric;
  }

  /** What the number is. */
  public String meaning() {
    return meaning;
  }

  /** Without groups of which it is not known. */
  List<Series> of(Moment moment) {
    return series.apply(moment).stream().filter(each -> !Double.isNaN(each.value)).toList();
  }

  private static Function<Moment, List<Series>> ofBudget(ToDoubleFunction<WeekCount> value) {
    return moment -> shown(moment.budget().shown(), value);
  }

  private static Function<Moment, List<Series>> ofRoom(ToDoubleFunction<CapacityStand> value) {
    return moment -> shown(moment.room().shown(), value);
  }

  private static <V> List<Series> shown(
      List<Map.Entry<String, V>> groups, ToDoubleFunction<V> value) {
    return groups.stream()
        .map(group -> new Series(group.getKey(), value.applyAsDouble(group.getValue())))
        .toList();
  }
}
