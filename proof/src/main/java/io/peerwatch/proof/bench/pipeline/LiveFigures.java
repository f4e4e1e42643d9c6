package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.measure.StateBytes;
import java.util.Map;

/**
 * Ours at the live cadence.
 *
 * @param hosts that sent, one sample in ten seconds each
 * @param samples that they sent in the time that was measured
 * @param verdicts on windows that ended in it
 * @param p50Millis of the verdicts' latencies: from the last sample of the group's window being
 *     acknowledged until the verdict is visible to readers of committed records
 * @param cpuMicrosPerSample processor time of our process
 * @param coresUsed the same, as a share of one processor
 * @param changelogBytesPerSample written to the changelogs, compressed as on the broker's disk
 * @param sampleBytesPerSample of the samples themselves there
 * @param stateBytes by store
 * @param heapBytes live objects
 */
public record LiveFigures(
    int hosts,
    int groupSize,
    int metrics,
    long samples,
    int verdicts,
    double p50Millis,
    double p99Millis,
    double maxMillis,
    double cpuMicrosPerSample,
    double coresUsed,
    double changelogBytesPerSample,
    double sampleBytesPerSample,
    Map<String, Long> stateBytes,
    long heapBytes) {

  public long stateBytesAll() {
    return StateBytes.sum(stateBytes);
  }
}
