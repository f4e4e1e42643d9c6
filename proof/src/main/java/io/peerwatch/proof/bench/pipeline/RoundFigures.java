package io.peerwatch.proof.bench.pipeline;

import java.util.Map;
import java.util.Set;

/**
 * One contestant in one round.
 *
 * @param samples that it read and worked on
 * @param lateSamples of them, lost because their window was already closed
 * @param seconds from the first batch of samples until the commit of the last was visible
 * @param cpuNanos processor time of its process in that time
 * @param compileMillis processor time of its compilers in that time, where the system tells, else
 *     the time that they were at work
 * @param heapBytes live objects at the end
 * @param internalBytes of its internal topics (changelogs, repartitioning) on the broker's disk
 * @param stateBytes by store: keys and values that a restart would read; empty for who keeps none
 * @param apart hosts that were found; empty for who looks for none
 */
public record RoundFigures(
    long samples,
    double lateSamples,
    double seconds,
    long cpuNanos,
    long compileMillis,
    long heapBytes,
    long internalBytes,
    Map<String, Long> stateBytes,
    Set<String> apart) {

  public RoundFigures {
    stateBytes = Map.copyOf(stateBytes);
    apart = Set.copyOf(apart);
  }

  public double samplesPerSecond() {
    return samples / seconds;
  }

  /** What compiling took of its processor time. */
  public double compileShare() {
    return compileMillis * 1e6 / cpuNanos;
  }
}
