package io.peerwatch.producers.simulate;

/**
 * What passes on one host: noise correlated in time, some of it slow. Noise in the requests reaches
 * every metric that requests drive; the others touch one resource each.
 */
final class HostNoise {
  private final RandomStream random;
  private final CorrelatedNoise balance;
  private final CorrelatedNoise requests;
  private final CorrelatedNoise cost;
  private final CorrelatedNoise memory;
  private final CorrelatedNoise disk;
  private final CorrelatedNoise network;
  private final CorrelatedNoise processes;

  /**
   * @param spread spread of the noise in the requests, as a ratio; the others follow from it
   */
  HostNoise(RandomStream random, double spread, double stepSeconds) {
    this.random = random;
    balance = new CorrelatedNoise(random, spread / 2, 21_600, stepSeconds);
    requests = new CorrelatedNoise(random, spread, 180, stepSeconds);
    cost = new CorrelatedNoise(random, spread / 2, 60, stepSeconds);
    memory = new CorrelatedNoise(random, 0.2 * spread, 7_200, stepSeconds);
    disk = new CorrelatedNoise(random, 2 * spread, 60, stepSeconds);
    network = new CorrelatedNoise(random, spread / 2, 90, stepSeconds);
    processes = new CorrelatedNoise(random, spread / 4, 600, stepSeconds);
  }

  /** Factors around 1, but for memory and tick, which are added and around 0. */
  record Draw(
      double requests,
      double cost,
      double memory,
      double disk,
      double network,
      double processes,
      double tick) {}

  /** The noise of the next instant. */
  Draw next() {
    return new Draw(
        StrictMath.exp(balance.next(random) + requests.next(random)),
        StrictMath.exp(cost.next(random)),
        memory.next(random),
        StrictMath.exp(disk.next(random)),
        StrictMath.exp(network.next(random)),
        StrictMath.exp(processes.next(random)),
        random.gaussian());
  }
}
