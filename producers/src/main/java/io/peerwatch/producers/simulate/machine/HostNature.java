package io.peerwatch.producers.simulate.machine;

import io.peerwatch.producers.simulate.noise.RandomStream;

/**
 * What is always so about one host: how it differs from its peers of the same size.
 *
 * @param share its part of the group's work, around 1: balancers aren't even
 * @param cost what work costs it, around 1
 * @param memory memory in use beyond its peers', as a share of all; around 0
 * @param disk bytes that work moves on its disk, around 1
 * @param network bytes that work moves on its network, around 1
 * @param filesystem how full its disk is at the start, 0..1
 * @param logs how much its logs grow over a day, as a share of the disk, 0..1
 * @param uptimeSeconds how long it has been up at the start
 */
public record HostNature(
    double share,
    double cost,
    double memory,
    double disk,
    double network,
    double filesystem,
    double logs,
    double uptimeSeconds) {
  private static final double LOGS_A_DAY = 0.02;

  /**
   * Draws a nature.
   *
   * @param differences spread of what differs between hosts, as a ratio
   * @param unevenness spread of their shares of the work, as a ratio
   */
  public static HostNature draw(RandomStream random, double differences, double unevenness) {
    return new HostNature(
        random.factor(unevenness),
        random.factor(differences / 2),
        differences / 2 * random.gaussian(),
        random.factor(differences),
        random.factor(differences / 2),
        random.uniform(0.3, 0.6),
        LOGS_A_DAY * random.factor(differences),
        random.uniform(86_400, 90 * 86_400));
  }
}
