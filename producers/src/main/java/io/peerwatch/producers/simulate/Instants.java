package io.peerwatch.producers.simulate;

import io.peerwatch.producers.simulate.workload.LocalClock;

/**
 * One instant, told in three ways, in milliseconds.
 *
 * @param epochMillis since 1970 UTC
 * @param scenarioMillis since the scenario's start
 * @param localMillis since 1970 as the clocks of the scenario's zone show it
 */
record Instants(long epochMillis, long scenarioMillis, long localMillis) {
  /** How much of the local day has passed, 0..1. */
  double dayShare() {
    return LocalClock.dayShare(localMillis);
  }
}
