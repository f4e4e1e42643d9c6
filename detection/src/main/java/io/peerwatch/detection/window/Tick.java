package io.peerwatch.detection.window;

/**
 * Elapsed time, written into the log so that whoever reads the log again sees the same time pass.
 *
 * @param timestamp when it was written, in epoch milliseconds of the writer's clock
 */
public record Tick(long timestamp) implements Heard {}
