package io.peerwatch.producers.simulate.scenario;

import java.util.List;

/**
 * How a group's demand comes to its hosts.
 *
 * @param shared whether the hosts in service share the group's demand; else each has its own, as
 *     shards have, and who else is there changes nothing
 * @param bySize whether hosts get work in proportion to their cores
 * @param unevenness spread of the permanent differences between the hosts' shares, as a ratio
 * @param drift spread of the slow changes of a host's share (memory: 6 h), as a ratio
 * @param weights weights of the first hosts, in the order of their numbers; 1 for all others
 */
public record BalancerSpec(
    boolean shared, boolean bySize, double unevenness, double drift, List<Double> weights) {
  public static final BalancerSpec DEFAULT = new BalancerSpec(true, true, 0.05, 0.02, List.of());

  public BalancerSpec {
    weights = List.copyOf(weights);
  }

  /** The weight of the host with this number, the first being 0. */
  public double weight(int number) {
    return number < weights.size() ? weights.get(number) : 1;
  }
}
