package io.peerwatch.producers.simulate;

import io.peerwatch.schemas.avro.HostSample;
import java.util.List;
import java.util.function.Consumer;

/**
 * A seeded fleet, advanced from instant to instant. The same scenario, seed and start give the same
 * samples; another host or group beside changes nothing in those that were there.
 */
public final class FleetSimulator {
  /** Canonical names of every metric that it may send, in the order of CSV columns. */
  public static final List<String> METRICS = SimulatedMetrics.ALL;

  private final Scenario scenario;
  private final List<SimulatedGroup> groups;
  private final long startMillis;
  private long nextMillis;

  /**
   * @param startMillis when the scenario starts, in epoch milliseconds: the first instant
   */
  public FleetSimulator(Scenario scenario, long seed, long startMillis) {
    this.scenario = scenario;
    this.startMillis = startMillis;
    this.nextMillis = startMillis;
    this.groups =
        scenario.groups().stream().map(group -> new SimulatedGroup(scenario, group, seed)).toList();
  }

  /** The instant that {@link #advance} gives next, in epoch milliseconds. */
  public long nextMillis() {
    return nextMillis;
  }

  /** Gives the samples of the next instant: group by group, host by host, in fixed order. */
  public void advance(Consumer<HostSample> each) {
    for (SimulatedGroup group : groups) {
      group.advance(nextMillis, nextMillis - startMillis, each);
    }
    nextMillis += scenario.periodMillis();
  }
}
