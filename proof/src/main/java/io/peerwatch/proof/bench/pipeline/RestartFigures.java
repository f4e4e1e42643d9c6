package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.fleet.FleetShape;

/**
 * A restart of ours, after a stop or after a kill.
 *
 * @param runningMillis from the start of the new process until all state is there and it works on
 *     samples again
 * @param verdictsMillis from there too, until readers of committed records have the verdict on the
 *     next window of every group; its samples lay waiting
 * @param stateBytes keys and values that it had to have back
 * @param changelogBytes of the changelogs on the broker's disk at the time, compressed
 */
public record RestartFigures(
    FleetShape shape,
    boolean killed,
    long runningMillis,
    long verdictsMillis,
    long stateBytes,
    long changelogBytes) {}
