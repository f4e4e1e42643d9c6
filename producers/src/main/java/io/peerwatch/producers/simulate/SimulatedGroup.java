package io.peerwatch.producers.simulate;

import io.peerwatch.producers.simulate.event.GroupEvents;
import io.peerwatch.producers.simulate.metric.Metric;
import io.peerwatch.producers.simulate.noise.CorrelatedNoise;
import io.peerwatch.producers.simulate.noise.RandomStream;
import io.peerwatch.producers.simulate.scenario.FaultSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.producers.simulate.scenario.SizedHosts;
import io.peerwatch.producers.simulate.workload.GroupDemand;
import io.peerwatch.schemas.avro.HostSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The hosts of one group and the demand that they share. */
final class SimulatedGroup {
  private static final double BACKENDS_SPREAD = 0.08; // of what all hosts wait for alike
  private static final double BACKENDS_MEMORY_SECONDS = 600;

  private final GroupSpec spec;
  private final GroupDemand demand;
  private final GroupEvents events;
  private final List<SimulatedHost> hosts = new ArrayList<>();
  private final RandomStream random;
  private final CorrelatedNoise backends;
  private final double[] weights;
  private final double ownWeight;
  private final double[] values = Metric.newValues();

  SimulatedGroup(Scenario scenario, GroupSpec spec, long seed) {
    this.spec = spec;
    this.demand = new GroupDemand(spec, seed, scenario.periodMillis() / 1e3);
    this.events = new GroupEvents(spec, scenario.events(), seed);
    Map<String, List<FaultSpec>> faults =
        scenario.faults().stream()
            .filter(fault -> fault.group().equals(spec.name()))
            .collect(Collectors.groupingBy(FaultSpec::host));
    for (String host : events.hosts()) {
      hosts.add(
          new SimulatedHost(
              spec,
              hosts.size() + 1,
              host,
              events,
              faults.getOrDefault(host, List.of()),
              seed,
              scenario.periodMillis()));
    }
    this.random = new RandomStream(seed, spec.name(), "backends");
    this.backends =
        new CorrelatedNoise(
            random, BACKENDS_SPREAD, BACKENDS_MEMORY_SECONDS, scenario.periodMillis() / 1e3);
    this.weights = new double[hosts.size()];
    this.ownWeight = ownWeight(spec);
  }

  GroupSpec spec() {
    return spec;
  }

  List<SimulatedHost> hosts() {
    return hosts;
  }

  /** What is asked for now, as a ratio of the group's mean; once for every instant. */
  double nextDemandRatio(Instants now) {
    return demand.next(now.localMillis(), now.scenarioMillis())
        * events.surgeAt(now.scenarioMillis());
  }

  /** Requests a second that this ratio of the group's mean stands for. */
  double requestsPerSecond(double ratio) {
    return ratio * demand.meanRequestsPerSecond();
  }

  /**
   * Gives one sample of every host that is there and isn't silent.
   *
   * @param requests requests a second that come to the group
   */
  void advance(double requests, Instants now, Consumer<HostSample> each) {
    double all = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = hosts.get(i).prepare(now.scenarioMillis());
      all += weights[i];
    }
    // Without a balancer a host's part is told by its own weight alone, whoever else is there.
    double waiting = StrictMath.exp(backends.next(random));
    double parts = spec.balancer().shared() ? all : ownWeight;
    for (int i = 0; i < weights.length; i++) {
      double asked = parts > 0 ? requests * weights[i] / parts : 0;
      hosts.get(i).advance(asked, waiting, now, values, each);
    }
  }

  /** What the weights of the first hosts would add up to, were they all alike. */
  private static double ownWeight(GroupSpec spec) {
    double sum = 0;
    for (SizedHosts sized : spec.sizes()) {
      sum += sized.hosts() * (spec.balancer().bySize() ? sized.size().cores() : 1.0);
    }
    return sum;
  }
}
