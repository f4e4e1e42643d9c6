package io.peerwatch.consumers.notify;

import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Resolution;
import io.peerwatch.schemas.avro.Severity;
import io.peerwatch.schemas.avro.Verdict;
import java.time.Instant;
import java.util.List;

/** Alerts for the tests of their readers. */
final class Alerts {
  static final String SUMMARY =
      "web-07 is apart from its 29 peers: cpu 97 % (peers 41–55 %); since 12:02 UTC";

  private Alerts() {}

  /** web-07 of group web, opened as critical at 12:04 of 22 November 2026. */
  static HostAlert.Builder opened() {
    return HostAlert.newBuilder()
        .setAlertId("a1b2c3")
        .setGroup("web")
        .setHost("web-07")
        .setVerdict(Verdict.LONE_HOST)
        .setState(AlertState.OPENED)
        .setSeverity(Severity.CRITICAL)
        .setOnsetAt(Instant.parse("2026-11-22T12:02:00Z"))
        .setOpenedAt(Instant.parse("2026-11-22T12:04:00Z"))
        .setUpdatedAt(Instant.parse("2026-11-22T12:04:00Z"))
        .setPeerCount(29)
        .setEvidence(List.of())
        .setSummary(SUMMARY);
  }

  /** The same, recovered at this instant. */
  static HostAlert.Builder recovered(String at) {
    return opened()
        .setState(AlertState.RESOLVED)
        .setResolution(Resolution.RECOVERED)
        .setUpdatedAt(Instant.parse(at))
        .setResolvedAt(Instant.parse(at));
  }

  /** An episode of the group web that lists these hosts. */
  static HostAlert.Builder subgroup(String... hosts) {
    return opened().setHost(null).setHosts(List.of(hosts)).setVerdict(Verdict.SUBGROUP);
  }
}
