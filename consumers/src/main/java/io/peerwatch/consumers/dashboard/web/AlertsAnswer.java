package io.peerwatch.consumers.dashboard.web;

import com.fasterxml.jackson.databind.util.RawValue;
import io.peerwatch.consumers.dashboard.latest.LatestAlerts;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.json.JsonLines;
import java.util.List;

/**
 * Answers {@code /api/alerts}: open episodes, the most pressing first, then those that ended most
 * recently. Each has HostAlert's fields by their Avro names.
 *
 * @param openTotal how many are open, also where fewer are listed
 */
record AlertsAnswer(int openTotal, List<RawValue> open, List<RawValue> resolved) {
  private static final int OPEN_MAX = 200;
  private static final int RESOLVED_MAX = 50;

  /** Alerts of one group, or of all when {@code group} is null. */
  static AlertsAnswer of(LatestAlerts alerts, String group) {
    List<HostAlert> open = inGroup(alerts.open(), group);
    List<HostAlert> resolved = inGroup(alerts.resolved(), group);
    return new AlertsAnswer(open.size(), json(open, OPEN_MAX), json(resolved, RESOLVED_MAX));
  }

  private static List<HostAlert> inGroup(List<HostAlert> alerts, String group) {
    return alerts.stream()
        .filter(alert -> group == null || alert.getGroup().equals(group))
        .toList();
  }

  private static List<RawValue> json(List<HostAlert> alerts, int max) {
    return alerts.stream().limit(max).map(alert -> new RawValue(JsonLines.of(alert))).toList();
  }
}
