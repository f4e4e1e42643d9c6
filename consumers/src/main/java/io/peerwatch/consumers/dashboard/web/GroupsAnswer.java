package io.peerwatch.consumers.dashboard.web;

import io.peerwatch.consumers.dashboard.latest.Latest;
import io.peerwatch.consumers.dashboard.read.ReadingHealth;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.LateHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Answers {@code /api/groups}: every group as it stood in its newest window, and how reading goes.
 *
 * @param now the server's time, epoch milliseconds
 */
record GroupsAnswer(long now, ReadingHealth.Snapshot reading, List<Group> groups) {

  /**
   * One group; what is not known is null.
   *
   * @param words its state for people
   * @param openAlerts those that no silence covers
   * @param severity of the most pressing of them
   * @param lateHosts whose samples came too late to be judged, since the window before
   */
  record Group(
      String name,
      String state,
      String reason,
      String words,
      int hostsKnown,
      int hostsReported,
      int hostsJudged,
      int metricsJudged,
      Long windowStart,
      Long windowEnd,
      long lateSamples,
      List<String> lateHosts,
      int openAlerts,
      int silencedAlerts,
      String severity,
      Room room) {}

  static GroupsAnswer of(Latest latest, ReadingHealth health, long now) {
    Map<String, List<HostAlert>> open =
        latest.alerts().open().stream().collect(Collectors.groupingBy(HostAlert::getGroup));
    Map<String, GroupVerdict> verdicts = latest.verdicts().all();
    Map<String, GroupCapacity> capacity = latest.capacity().all();
    List<Group> groups = new ArrayList<>();
    for (String name : latest.groups()) {
      List<HostAlert> all = open.getOrDefault(name, List.of());
      List<HostAlert> heard =
          all.stream().filter(alert -> latest.silencing(alert).isEmpty()).toList();
      int silenced = all.size() - heard.size();
      groups.add(group(name, verdicts.get(name), heard, silenced, Room.of(capacity.get(name))));
    }
    return new GroupsAnswer(now, health.snapshot(), groups);
  }

  private static Group group(
      String name, GroupVerdict verdict, List<HostAlert> alerts, int silenced, Room room) {
    String severity = alerts.isEmpty() ? null : alerts.get(0).getSeverity().name();
    if (verdict == null) {
      return new Group(
          name,
          null,
          null,
          "No verdict yet",
          0,
          0,
          0,
          0,
          null,
          null,
          0,
          List.of(),
          alerts.size(),
          silenced,
          severity,
          room);
    }
    return new Group(
        name,
        verdict.getState().name(),
        nameOf(verdict.getReason()),
        PlainWords.of(verdict),
        verdict.getHostsKnown(),
        verdict.getHostsReported(),
        verdict.getHostsJudged(),
        verdict.getMetricsJudged(),
        verdict.getWindowStart().toEpochMilli(),
        verdict.getWindowEnd().toEpochMilli(),
        verdict.getLateSamples(),
        verdict.getLateHosts().stream().map(LateHost::getHost).toList(),
        alerts.size(),
        silenced,
        severity,
        room);
  }

  private static String nameOf(Enum<?> value) {
    return value == null ? null : value.name();
  }
}
