package io.peerwatch.producers.simulate;

/**
 * What is always so about one host: how it differs from its peers of the same size.
 *
 * @param share its part of the group's work, around 1: balancers aren't even
 * @param cost what work costs it, around 1
 * @param memory memory in use beyond its peers', as a share of all; around 0
 * @param disk bytes that work moves on its disk, around 1
 * @param network bytes that work moves on its network, around 1
 * @param filesystem how full its disk is at the start, 0..1
 * @param uptimeSeconds how long it has been up at the start
 */
record HostNature(
    double share,
    double cost,
    double memory,
    double disk,
    double network,
    double filesystem,
    double uptimeSeconds) {

  /** Draws a nature whose differences have this spread, as a ratio. */
  static HostNature draw(RandomStream random, double differences) {
    return new HostNature(
        StrictMath.exp(differences * random.gaussian()),
        StrictMath.exp(differences / 2 * random.gaussian()),
        differences / 2 * random.gaussian(),
        StrictMath.exp(differences * random.gaussian()),
        StrictMath.exp(differences / 2 * random.gaussian()),
        random.uniform(0.3, 0.6),
        random.uniform(86_400, 90 * 86_400));
  }
}
