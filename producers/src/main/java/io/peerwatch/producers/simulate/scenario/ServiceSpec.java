package io.peerwatch.producers.simulate.scenario;

import io.peerwatch.schemas.avro.Tier;

/**
 * What one request (a query, a job's unit of work) costs a host, and what the service is at rest.
 * The usual numbers are round ones of the order seen in life.
 *
 * @param cpuSeconds CPU time of one request
 * @param waitSeconds time that a request waits for others, without costing this host anything
 * @param receiveBytes network bytes in, of one request
 * @param transmitBytes network bytes out, of one request
 * @param readRatio share of the requests that read, 0..1; the others write
 * @param readBytes bytes that a reading request needs from storage or memory
 * @param writeBytes bytes that a writing request puts on the disk
 * @param cacheHit share of what is read that memory holds, 0..1; a cache server fetches the rest
 *     over the network, others from their disks
 * @param memoryShare share of the memory in use at rest, 0..1
 * @param processes processes at rest
 * @param concurrencyPerCore requests that a host holds at once, per core; more are refused
 * @param measured whether the request rate and duration are measured
 */
public record ServiceSpec(
    double cpuSeconds,
    double waitSeconds,
    double receiveBytes,
    double transmitBytes,
    double readRatio,
    double readBytes,
    double writeBytes,
    double cacheHit,
    double memoryShare,
    int processes,
    int concurrencyPerCore,
    boolean measured) {

  /** The usual service of a tier. */
  public static ServiceSpec of(Tier tier) {
    return switch (tier) {
      case APPLICATION, UNKNOWN ->
          new ServiceSpec(
              0.02, 0.03, 1_500, 18_000, 0.9, 50_000, 20_000, 0.99, 0.45, 220, 16, true);
      case DATABASE ->
          new ServiceSpec(0.004, 0, 600, 3_000, 0.85, 200_000, 25_000, 0.97, 0.72, 180, 16, true);
      case CACHE ->
          new ServiceSpec(0.0004, 0, 300, 1_200, 0.95, 1_200, 0, 0.92, 0.80, 120, 64, true);
      case BATCH ->
          new ServiceSpec(
              0.5, 0, 200_000, 100_000, 0.6, 6_000_000, 600_000, 0.9, 0.50, 260, 8, false);
      case BALANCER ->
          new ServiceSpec(0.001, 0.05, 2_000, 20_000, 1, 0, 300, 1, 0.30, 110, 256, true);
    };
  }
}
