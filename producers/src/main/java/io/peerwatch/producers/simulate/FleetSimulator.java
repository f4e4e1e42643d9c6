package io.peerwatch.producers.simulate;

import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.csv.Label;
import java.time.Instant;
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
        scenario.groups().stream()
            .map(group -> new SimulatedGroup(scenario, group, seed))
            .toList();
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

  /**
   * What is wrong with whom and when, in the order in which it starts.
   *
   * @param endMillis end of what is simulated, exclusive, in epoch milliseconds; faults are cut
   *     there
   */
  public List<Label> truth(long endMillis) {
    return scenario.faults().stream()
        .map(fault -> new FaultTime(fault, startMillis, endMillis))
        .filter(time -> time.from() < time.to())
        .sorted()
        .map(FaultTime::label)
        .toList();
  }

  /** A fault with its times in epoch milliseconds, cut to what is simulated. */
  private record FaultTime(FaultSpec fault, long from, long to) implements Comparable<FaultTime> {
    FaultTime(FaultSpec fault, long startMillis, long endMillis) {
      this(
          fault,
          startMillis + Math.max(0, fault.startMillis()),
          Math.min(startMillis + fault.endMillis(), endMillis));
    }

    Label label() {
      return new Label(
          fault.host(),
          Instant.ofEpochMilli(from),
          Instant.ofEpochMilli(to),
          fault.kind().metrics(),
          fault.group(),
          fault.kind().label());
    }

    @Override
    public int compareTo(FaultTime other) {
      return Long.compare(from, other.from);
    }
  }
}
