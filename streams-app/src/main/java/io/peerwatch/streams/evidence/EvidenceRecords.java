package io.peerwatch.streams.evidence;

import io.peerwatch.detection.verdict.Evidence;
import io.peerwatch.schemas.avro.MetricEvidence;
import java.util.List;

/** Bridge from evidence to its form in the contracts, which verdicts and alerts share. */
public final class EvidenceRecords {
  private static final int METRICS_MAX = 8;

  private EvidenceRecords() {}

  public static List<MetricEvidence> of(List<Evidence> evidence) {
    return evidence.stream()
        .limit(METRICS_MAX)
        .map(
            metric ->
                new MetricEvidence(
                    metric.metric(),
                    metric.unit(),
                    metric.observed(),
                    metric.expected(),
                    metric.peerLow(),
                    metric.peerHigh(),
                    metric.deviation(),
                    metric.share()))
        .toList();
  }
}
