package io.peerwatch.consumers.dashboard.web;

import com.fasterxml.jackson.databind.util.RawValue;
import io.peerwatch.consumers.dashboard.latest.Latest;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Silence;
import io.peerwatch.schemas.json.JsonLines;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Answers {@code /api/alerts}: open episodes, the most pressing first, those that a silence covers
 * by themselves, then those that ended most recently. Each has HostAlert's fields by their Avro
 * names.
 *
 * @param openTotal how many are open and not silenced, also where fewer are listed
 */
record AlertsAnswer(
    int openTotal,
    List<RawValue> open,
    int silencedTotal,
    List<Silenced> silenced,
    List<RawValue> resolved) {
  private static final int OPEN_MAX = 200;
  private static final int RESOLVED_MAX = 50;

  /** An open episode, and the silences that cover it, with Silence's fields by their Avro names. */
  record Silenced(RawValue alert, List<RawValue> by) {}

  /** Alerts of one group, or of all when {@code group} is null. */
  static AlertsAnswer of(Latest latest, String group) {
    List<HostAlert> open = new ArrayList<>();
    List<Silenced> silenced = new ArrayList<>();
    for (HostAlert alert : inGroup(latest.alerts().open(), group)) {
      List<Silence> by = latest.silencing(alert);
      if (by.isEmpty()) {
        open.add(alert);
      } else {
        silenced.add(new Silenced(json(alert), by.stream().map(AlertsAnswer::json).toList()));
      }
    }
    List<HostAlert> resolved = inGroup(latest.alerts().resolved(), group);
    return new AlertsAnswer(
        open.size(),
        json(open, OPEN_MAX),
        silenced.size(),
        silenced.subList(0, Math.min(OPEN_MAX, silenced.size())),
        json(resolved, RESOLVED_MAX));
  }

  private static List<HostAlert> inGroup(List<HostAlert> alerts, String group) {
    return alerts.stream()
        .filter(alert -> group == null || alert.getGroup().equals(group))
        .toList();
  }

  private static List<RawValue> json(List<HostAlert> alerts, int max) {
    return alerts.stream().limit(max).map(AlertsAnswer::json).toList();
  }

  private static RawValue json(SpecificRecord record) {
    return new RawValue(JsonLines.of(record));
  }
}
