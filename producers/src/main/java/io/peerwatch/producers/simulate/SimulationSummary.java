package io.peerwatch.producers.simulate;

/**
 * What a simulation gave.
 *
 * @param samples number of samples
 * @param startMillis its first instant, in epoch milliseconds
 * @param endMillis the instant after its last one, in epoch milliseconds
 */
public record SimulationSummary(long samples, long startMillis, long endMillis) {}
