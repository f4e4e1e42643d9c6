package io.peerwatch.proof.bench.pipeline.measure;

import io.peerwatch.schemas.avro.Finding;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.Verdict;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A verdict, and when a reader of committed records saw it.
 *
 * @param windowStart in epoch milliseconds of event time
 * @param apart lone hosts
 * @param seenAtNanos by this process's {@link System#nanoTime()}
 * @param seenAtMillis by the machine's clock
 */
public record SeenVerdict(
    String group,
    long windowStart,
    boolean judged,
    int hostsReported,
    long lateSamples,
    Set<String> apart,
    long seenAtNanos,
    long seenAtMillis) {

  static SeenVerdict of(GroupVerdict verdict) {
    return new SeenVerdict(
        verdict.getGroup(),
        verdict.getWindowStart().toEpochMilli(),
        verdict.getReason() == null,
        verdict.getHostsReported(),
        verdict.getLateSamples(),
        verdict.getFindings().stream()
            .filter(finding -> finding.getVerdict() == Verdict.LONE_HOST)
            .map(Finding::getHost)
            .collect(Collectors.toSet()),
        System.nanoTime(),
        System.currentTimeMillis());
  }
}
