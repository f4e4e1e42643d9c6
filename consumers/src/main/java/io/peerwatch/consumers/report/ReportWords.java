package io.peerwatch.consumers.report;

import io.peerwatch.consumers.report.DayReport.GroupDay;
import io.peerwatch.consumers.report.DayReport.Odd;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/** How a report's figures are written for people. */
final class ReportWords {
  private ReportWords() {}

  static String who(Odd odd) {
    return odd.host() == null ? odd.group() + " (the group)" : odd.host();
  }

  static String hours(double hours) {
    return hours < 1
        ? String.format(Locale.ROOT, "%.0f min", 60 * hours)
        : String.format(Locale.ROOT, "%.1f h", hours);
  }

  static String percent(double ratio) {
    return Double.isNaN(ratio) ? "-" : String.format(Locale.ROOT, "%.0f %%", 100 * ratio);
  }

  static String out(GroupDay group) {
    if (group.peak() > 1) {
      return "over it already";
    }
    LocalDate at = group.last().getReachesTargetAt().atZone(zone(group)).toLocalDate();
    var earliest = group.last().getReachesTargetEarliestAt();
    var latest = group.last().getReachesTargetLatestAt();
    String from = earliest == null ? "?" : earliest.atZone(zone(group)).toLocalDate().toString();
    String to =
        latest == null ? "maybe never" : latest.atZone(zone(group)).toLocalDate().toString();
    return "%s (%s to %s)".formatted(at, from, to);
  }

  private static ZoneId zone(GroupDay group) {
    String zone = group.last().getTimeZone();
    return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
  }

  /** Such as {@code 4 (1.1 to 10.2)}. */
  static String realised(Budget budget) {
    String most = String.format(Locale.ROOT, "%.0f", budget.realised());
    return budget.low() == null
        ? most
        : String.format(Locale.ROOT, "%s (%.1f to %.1f)", most, budget.low(), budget.high());
  }

  static String promised(Budget budget) {
    return String.format(Locale.ROOT, "%.1f", budget.promised());
  }

  /** The action, such as {@code add 3 hosts}. */
  static String action(GroupDay group) {
    Integer hosts = group.last().getActionHosts();
    return switch (group.last().getAction()) {
      case ADD_HOSTS -> "add %d host%s".formatted(hosts, hosts == 1 ? "" : "s");
      case REMOVE_HOSTS -> "remove %d host%s".formatted(hosts, hosts == 1 ? "" : "s");
      case ADD_MEMORY_OR_REPLICA -> "add memory or a replica";
      case PARTITION_WRITES -> "partition writes";
      case REBALANCE -> "rebalance";
      case RAISE_UTILISATION -> "raise utilisation";
      case NONE, UNKNOWN -> "nothing";
    };
  }
}
