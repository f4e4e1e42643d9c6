package io.peerwatch.streams.compare;

import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import io.peerwatch.schemas.avro.Finding;
import io.peerwatch.schemas.avro.GroupState;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.LateHost;
import io.peerwatch.schemas.avro.NotJudgedReason;
import io.peerwatch.schemas.avro.Verdict;
import io.peerwatch.streams.evidence.EvidenceRecords;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Bridge from a judgement to group-verdicts. */
final class VerdictRecords {
  private static final int FINDINGS_MAX = 100;
  private static final int LATE_HOSTS_MAX = 20;

  private VerdictRecords() {}

  static GroupVerdict of(GroupJudgement judgement) {
    GroupWindow window = judgement.window();
    return GroupVerdict.newBuilder()
        .setGroup(window.group())
        .setWindowStart(Instant.ofEpochMilli(window.start()))
        .setWindowEnd(Instant.ofEpochMilli(window.end()))
        .setState(GroupState.valueOf(judgement.state().name()))
        .setReason(reason(judgement))
        .setHostsKnown(window.hosts().size())
        .setHostsReported(window.reported())
        .setHostsJudged(judgement.hostsJudged())
        .setMetricsJudged(judgement.metricsJudged())
        .setFindings(findings(judgement))
        .setLateSamples(window.lateSamples())
        .setLateHosts(lateHosts(window))
        .setThreshold(Double.isNaN(judgement.threshold()) ? null : judgement.threshold())
        .build();
  }

  private static NotJudgedReason reason(GroupJudgement judgement) {
    return judgement.reason() == null ? null : NotJudgedReason.valueOf(judgement.reason().name());
  }

  private static List<Finding> findings(GroupJudgement judgement) {
    return judgement.findings().stream()
        .limit(FINDINGS_MAX)
        .map(
            finding ->
                new Finding(
                    finding.host(),
                    Verdict.valueOf(finding.verdict().name()),
                    finding.score(),
                    EvidenceRecords.of(finding.evidence())))
        .toList();
  }

  private static List<LateHost> lateHosts(GroupWindow window) {
    return window.hosts().stream()
        .filter(host -> host.lateSamples() > 0)
        .sorted(
            Comparator.comparingLong(HostWindow::lateSamples)
                .reversed()
                .thenComparing(HostWindow::host))
        .limit(LATE_HOSTS_MAX)
        .map(host -> new LateHost(host.host(), host.lateSamples()))
        .toList();
  }
}
