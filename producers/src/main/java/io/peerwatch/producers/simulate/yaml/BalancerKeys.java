package io.peerwatch.producers.simulate.yaml;

import static io.peerwatch.producers.simulate.yaml.Forms.YES_OR_NO;
import static io.peerwatch.producers.simulate.yaml.Forms.number;
import static io.peerwatch.producers.simulate.yaml.Forms.plain;
import static io.peerwatch.producers.simulate.yaml.Key.list;
import static io.peerwatch.producers.simulate.yaml.Key.optional;

import io.peerwatch.producers.simulate.scenario.BalancerSpec;

/** The keys of a group's balancer. */
final class BalancerKeys {
  static final Key<Boolean> SHARED =
      optional(
          "shared",
          YES_OR_NO,
          Boolean.toString(BalancerSpec.DEFAULT.shared()),
          "Whether the hosts in service share the group's demand. If not, each has its own, as"
              + " shards have; then who else is in the group changes nothing.");
  static final Key<Boolean> BY_SIZE =
      optional(
          "bySize",
          YES_OR_NO,
          Boolean.toString(BalancerSpec.DEFAULT.bySize()),
          "Whether hosts get work in proportion to their cores; if not, all get the same.");
  static final Key<Double> UNEVENNESS =
      optional(
          "unevenness",
          number(0, 1),
          plain(BalancerSpec.DEFAULT.unevenness()),
          "Spread of the permanent differences between the hosts' shares, as a ratio.");
  static final Key<Double> DRIFT =
      optional(
          "drift",
          number(0, 1),
          plain(BalancerSpec.DEFAULT.drift()),
          "Spread of the slow changes of a host's share (over 6 hours), as a ratio.");
  static final Key<Double> WEIGHTS =
      list("weights", number(0, 1000), "1 each", "Weights of the first hosts.");
  static final Keys KEYS = Keys.of("balancer", SHARED, BY_SIZE, UNEVENNESS, DRIFT, WEIGHTS);

  private BalancerKeys() {}
}
