package io.peerwatch.producers.simulate;

import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The hosts of one group under the demand that they share. */
final class SimulatedGroup {
  private static final double SURGE_MEMORY_SECONDS = 1_200;
  private static final double SURGE_SPREAD = 0.03;

  private final GroupSpec spec;
  private final RandomStream random;
  private final CorrelatedNoise surges;
  private final List<SimulatedHost> hosts = new ArrayList<>();

  SimulatedGroup(Scenario scenario, GroupSpec spec, long seed) {
    double stepSeconds = scenario.periodMillis() / 1e3;
    this.spec = spec;
    this.random = new RandomStream(seed, spec.name());
    // People come in surges that every host feels; other work arrives more evenly.
    double spread = spec.workload() == Workload.USER_FACING ? SURGE_SPREAD : SURGE_SPREAD / 2;
    this.surges = new CorrelatedNoise(random, spread, SURGE_MEMORY_SECONDS, stepSeconds);
    for (String host : spec.hostNames()) {
      List<FaultSpec> faults =
          scenario.faults().stream()
              .filter(fault -> fault.group().equals(spec.name()) && fault.host().equals(host))
              .toList();
      hosts.add(new SimulatedHost(spec, host, faults, seed, stepSeconds));
    }
  }

  /**
   * Gives one sample of every host that isn't silent.
   *
   * @param epochMillis the instant
   * @param scenarioMillis the same, from the scenario's start
   */
  void advance(long epochMillis, long scenarioMillis, Consumer<HostSample> each) {
    double busyShare = spec.demand().at(epochMillis) * StrictMath.exp(surges.next(random));
    for (SimulatedHost host : hosts) {
      host.advance(busyShare, epochMillis, scenarioMillis, each);
    }
  }
}
