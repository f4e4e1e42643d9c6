package io.peerwatch.proof.evaluate.lab;

import java.util.SplittableRandom;

/**
 * What happens to a group as a whole, or is different about it, without anything being wrong. The
 * defaults are a group to which nothing happens.
 */
interface Change {
  Change NONE = new Change() {};

  /** Whether the host is there in the window. */
  default boolean exists(int host, int window) {
    return true;
  }

  /** By how many spreads the host's metrics have moved, as far as they follow the load. */
  default double spreads(int host, int window) {
    return 0;
  }

  /** How much more load the host takes than others: 1 is as much. */
  default double size(int host, int window) {
    return 1;
  }

  /** Whether all hosts show the very same values. */
  default boolean identical() {
    return false;
  }

  /** Whether a host's window got lost. */
  default boolean missing(SplittableRandom random) {
    return false;
  }
}
