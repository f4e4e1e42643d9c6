package io.peerwatch.producers.simulate;

import io.peerwatch.producers.simulate.scenario.GroupSpec;

/**
 * What a simulated host can serve, which whoever estimates capacities may be held against.
 *
 * @param requestsPerMinute most requests a minute that it can serve, on the average of its noise,
 *     before events change what they cost
 * @param bottleneck what is saturated then: cpu, disk or network
 */
public record KnownCapacity(
    String group,
    String host,
    int cores,
    long memoryBytes,
    double requestsPerMinute,
    String bottleneck) {

  static KnownCapacity of(GroupSpec group, SimulatedHost host) {
    return new KnownCapacity(
        group.name(),
        host.name(),
        host.size().cores(),
        host.size().memoryBytes(),
        Math.rint(host.capacity().requestsPerMinute()),
        host.capacity().bottleneck());
  }
}
