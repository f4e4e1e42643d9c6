package io.peerwatch.producers.simulate;

import io.peerwatch.producers.simulate.metric.Metric;
import io.peerwatch.producers.simulate.scenario.EventKind;
import io.peerwatch.producers.simulate.scenario.EventSpec;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.producers.simulate.workload.LocalClock;
import io.peerwatch.schemas.avro.HostSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A seeded fleet, advanced from instant to instant. The same scenario, seed and start give the same
 * samples; another group beside changes nothing in those that were there, and another host in a
 * group only what its balancer gives them.
 */
public final class FleetSimulator {
  /** Canonical names of every metric that it may send, in the order of CSV columns. */
  public static final List<String> METRICS = Metric.NAMES;

  private final Scenario scenario;
  private final List<SimulatedGroup> groups;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<EventSpec> failovers;
  private final LocalClock clock;
  private final double[] ratios;
  private final double[] requests;
  private final long startMillis;
  private long nextMillis;

  /**
   * @param startMillis when the scenario starts, in epoch milliseconds: the first instant
   */
  public FleetSimulator(Scenario scenario, long seed, long startMillis) {
    this.scenario = scenario;
    this.startMillis = startMillis;
    this.nextMillis = startMillis;
    this.clock = new LocalClock(scenario.zone());
    this.groups = new ArrayList<>();
    scenario.groups().forEach(group -> groups.add(new SimulatedGroup(scenario, group, seed)));
    groups.forEach(group -> numbers.put(group.spec().name(), numbers.size()));
    this.failovers =
        scenario.events().stream().filter(event -> event.kind() == EventKind.FAILOVER).toList();
    this.ratios = new double[groups.size()];
    this.requests = new double[groups.size()];
  }

  /** The instant that {@link #advance} gives next, in epoch milliseconds. */
  public long nextMillis() {
    return nextMillis;
  }

  /**
   * Gives the samples of the next instant: group by group, host by host, in fixed order. Their
   * timestamps are that instant, but for hosts whose clocks are wrong.
   */
  public void advance(Consumer<HostSample> each) {
    long scenarioMillis = nextMillis - startMillis;
    var now = new Instants(nextMillis, scenarioMillis, clock.localMillis(nextMillis));
    demand(now);
    for (int i = 0; i < requests.length; i++) {
      groups.get(i).advance(requests[i], now, each);
    }
    nextMillis += scenario.periodMillis();
  }

  /** What each host can serve, in the order of groups and hosts; those that join are at the end. */
  public List<KnownCapacity> capacities() {
    return groups.stream()
        .flatMap(group -> group.hosts().stream().map(host -> KnownCapacity.of(group.spec(), host)))
        .toList();
  }

  /** Each group's own demand, then that of the groups that follow others, then what moves over. */
  private void demand(Instants now) {
    Arrays.setAll(ratios, i -> groups.get(i).nextDemandRatio(now));
    for (int i = 0; i < requests.length; i++) {
      var followed = groups.get(i).spec().demand().follows().map(numbers::get);
      double ratio = followed.isPresent() ? ratios[i] * ratios[followed.get()] : ratios[i];
      requests[i] = groups.get(i).requestsPerSecond(ratio);
    }
    for (EventSpec failover : failovers) {
      int from = numbers.get(failover.group());
      double moved = requests[from] * failover.strengthAt(now.scenarioMillis());
      requests[from] -= moved;
      requests[numbers.get(failover.to())] += moved;
    }
  }
}
