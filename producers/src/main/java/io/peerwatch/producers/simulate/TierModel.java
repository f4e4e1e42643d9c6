package io.peerwatch.producers.simulate;

import io.peerwatch.schemas.avro.Tier;

/**
 * What one unit of work (a request, a query, a job) costs on the hosts of a tier. The numbers are
 * round ones of the order seen in life.
 *
 * @param coreSeconds CPU time of one unit
 * @param receiveBytes network bytes in, of one unit
 * @param transmitBytes network bytes out, of one unit
 * @param readBytes disk bytes read, of one unit
 * @param writeBytes disk bytes written, of one unit
 * @param memoryShare share of the memory in use at rest, 0..1
 * @param processes processes at rest
 * @param servesRequests whether the units are requests whose rate is measured
 */
record TierModel(
    double coreSeconds,
    double receiveBytes,
    double transmitBytes,
    double readBytes,
    double writeBytes,
    double memoryShare,
    int processes,
    boolean servesRequests) {

  static TierModel of(Tier tier) {
    return switch (tier) {
      case APPLICATION, UNKNOWN -> new TierModel(0.02, 1_500, 18_000, 500, 2_000, .45, 220, true);
      case DATABASE -> new TierModel(0.004, 600, 3_000, 6_000, 4_000, .72, 180, false);
      case CACHE -> new TierModel(0.0004, 300, 1_200, 0, 60, .80, 120, false);
      case BATCH -> new TierModel(0.5, 200_000, 100_000, 400_000, 250_000, .50, 260, false);
      case BALANCER -> new TierModel(0.001, 2_000, 20_000, 0, 300, .30, 110, true);
    };
  }
}
