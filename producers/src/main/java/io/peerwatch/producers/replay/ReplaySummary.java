package io.peerwatch.producers.replay;

/**
 * What a replay did.
 *
 * @param samples samples handed over
 * @param acknowledged those that all replicas in sync have; fewer when it was stopped
 * @param badLines malformed lines skipped
 */
public record ReplaySummary(long samples, long acknowledged, long badLines) {}
