package io.peerwatch.consumers.dashboard;

import io.peerwatch.consumers.dashboard.latest.Latest;
import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.GroupState;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.HostReadings;
import io.peerwatch.schemas.avro.MetricEvidence;
import io.peerwatch.schemas.avro.NotJudgedReason;
import io.peerwatch.schemas.avro.Severity;
import io.peerwatch.schemas.avro.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** Records as the topology would write them, with few words. */
public final class MadeUpFleet {
  public static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  public static final Duration WINDOW = Duration.ofMinutes(1);

  private MadeUpFleet() {}

  /** One chunk of readings; the band is 0.3 to 0.5, every host is expected at 0.4. */
  public static HostReadings readings(
      String group, String metric, Instant end, List<String> hosts, List<Double> observed) {
    return HostReadings.newBuilder()
        .setGroup(group)
        .setMetric(metric)
        .setUnit("1")
        .setWindowStart(end.minus(WINDOW))
        .setWindowEnd(end)
        .setHosts(hosts)
        .setObserved(observed)
        .setExpected(Collections.nCopies(hosts.size(), 0.4))
        .setLow(Collections.nCopies(hosts.size(), 0.3))
        .setHigh(Collections.nCopies(hosts.size(), 0.5))
        .setDeviation(Collections.nCopies(hosts.size(), 0.0))
        .build();
  }

  public static HostAlert.Builder alert(String id, String group, String host) {
    return HostAlert.newBuilder()
        .setAlertId(id)
        .setGroup(group)
        .setHost(host)
        .setVerdict(Verdict.LONE_HOST)
        .setState(AlertState.OPENED)
        .setSeverity(Severity.WARNING)
        .setOnsetAt(NOON.minus(Duration.ofMinutes(10)))
        .setOpenedAt(NOON)
        .setUpdatedAt(NOON)
        .setWindowStart(NOON.minus(WINDOW))
        .setWindowEnd(NOON)
        .setPeerCount(2)
        .setPeers(List.of("a", "b"))
        .setEvidence(List.of(evidence("cpu", 0.7), evidence("load", 0.3)))
        .setSummary(host + " stands apart");
  }

  public static MetricEvidence evidence(String metric, double share) {
    return MetricEvidence.newBuilder()
        .setMetric(metric)
        .setUnit("1")
        .setObserved(0.9)
        .setExpected(0.4)
        .setPeerLow(0.3)
        .setPeerHigh(0.5)
        .setDeviation(9)
        .setShare(share)
        .build();
  }

  public static GroupVerdict.Builder verdict(String group, GroupState state, int hosts) {
    return GroupVerdict.newBuilder()
        .setGroup(group)
        .setState(state)
        .setWindowStart(NOON.minus(WINDOW))
        .setWindowEnd(NOON)
        .setHostsKnown(hosts)
        .setHostsReported(hosts)
        .setHostsJudged(hosts)
        .setMetricsJudged(2);
  }

  /** Three groups: {@code web} with an odd host c, {@code db} as usual, {@code lone} not judged. */
  public static void fill(Latest latest) {
    List<String> hosts = List.of("a", "b", "c");
    for (int i = 4; i >= 0; i--) {
      Instant end = NOON.minus(WINDOW.multipliedBy(i));
      latest.readings().add(readings("web", "cpu", end, hosts, List.of(0.4, 0.41, 0.9)));
      latest.readings().add(readings("web", "disk", end, hosts, List.of(0.4, 0.41, 0.42)));
      latest.readings().add(readings("db", "cpu", end, hosts, List.of(0.4, 0.41, 0.42)));
    }
    latest.verdicts().add(verdict("web", GroupState.SUSPECTS, 3).build());
    latest.verdicts().add(verdict("db", GroupState.NORMAL, 3).build());
    latest
        .verdicts()
        .add(verdict("lone", GroupState.NOT_JUDGED, 1).setReason(NotJudgedReason.NO_PEERS).build());
    latest.alerts().add(alert("1", "web", "c").build());
    latest
        .capacity()
        .add(
            GroupCapacity.newBuilder().setGroup("db").setWindowEnd(NOON).setHeadroom(0.25).build());
  }
}
