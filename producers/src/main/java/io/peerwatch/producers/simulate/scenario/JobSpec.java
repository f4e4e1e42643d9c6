package io.peerwatch.producers.simulate.scenario;

/**
 * Work that starts by the clock, runs for a while and ends.
 *
 * @param name what it is called; unique in its group
 * @param everyMillis time between two starts
 * @param atMillis when the first one starts, from the local midnight
 * @param lengthMillis how long a run takes on the average
 * @param hosts share of the hosts that each run falls on, drawn anew for each, 0..1
 * @param cpu share of a host's cores that it keeps busy, 0..1
 * @param readBytes bytes a second that it reads from disk
 * @param writeBytes bytes a second that it writes to disk
 * @param memory share of the memory that it takes, 0..1
 */
public record JobSpec(
    String name,
    long everyMillis,
    long atMillis,
    long lengthMillis,
    double hosts,
    double cpu,
    double readBytes,
    double writeBytes,
    double memory) {}
