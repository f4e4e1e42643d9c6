package io.peerwatch.consumers.report;

import io.peerwatch.schemas.avro.CapacityAction;
import io.peerwatch.schemas.avro.GroupCapacity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * One UTC day of a fleet.
 *
 * @param odd hosts and groups with episodes, the oddest first
 * @param groups every group with capacity figures of the day, by name
 * @param budgets of the week that the day is in, one a group: those that are broken first, then by
 *     the number of episodes
 */
public record DayReport(LocalDate day, List<Odd> odd, List<GroupDay> groups, List<Budget> budgets) {

  /**
   * What stood apart.
   *
   * @param host null for an episode of the whole group
   * @param episodes open at some time of the day
   * @param hours of the day that they were open, added up
   * @param summary of the one that was open longest
   */
  public record Odd(String group, String host, int episodes, double hours, String summary) {}

  /**
   * One group's room over the day.
   *
   * @param last figures of its last window of the day
   * @param busiest by hour of the day, use of the tightest resource as a ratio of its target; NaN
   *     for an hour without figures
   */
  public record GroupDay(GroupCapacity last, double[] busiest) {

    /** The largest of the hours; NaN without any. */
    public double peak() {
      double peak = Double.NaN;
      for (double hour : busiest) {
        peak = Double.isNaN(peak) || hour > peak ? hour : peak;
      }
      return peak;
    }

    /** Hosts that even the known peak of a week, else of a day, does not need; 0 when none. */
    public int spare() {
      Integer spare =
          last.getHostsSpareWeekPeak() != null
              ? last.getHostsSpareWeekPeak()
              : last.getHostsSpareDayPeak();
      return spare == null ? 0 : Math.max(0, spare);
    }

    /** When it is over its target: at once where the day's peak was, else by its trend; or null. */
    public Instant out() {
      return peak() > 1 ? last.getWindowEnd() : last.getReachesTargetAt();
    }
  }

  /** Groups that run out of room, the first one first. */
  public List<GroupDay> runningOut() {
    return groups.stream()
        .filter(group -> group.out() != null)
        .sorted(
            Comparator.comparing(GroupDay::out)
                .thenComparing(group -> -group.peak())
                .thenComparing(group -> group.last().getGroup()))
        .toList();
  }

  /** Groups with hosts to spare, the most first. */
  public List<GroupDay> wasting() {
    return groups.stream()
        .filter(group -> group.spare() > 0 && group.peak() < 1)
        .sorted(
            Comparator.comparing((GroupDay group) -> -group.spare())
                .thenComparing(group -> group.last().getGroup()))
        .toList();
  }

  /** Groups that something is advised for, by name. */
  public List<GroupDay> toDo() {
    return groups.stream()
        .filter(
            group ->
                group.last().getAction() != null && group.last().getAction() != CapacityAction.NONE)
        .toList();
  }
}
