package io.peerwatch.producers.simulate;

import io.peerwatch.schemas.avro.HostSample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One host: work comes in, faults beset it, a sample goes out. */
final class SimulatedHost {
  /** Says of every sample that no machine measured it. */
  private static final Map<String, String> ATTRIBUTES = Map.of("peerwatch.producer", "simulate");

  private final GroupSpec spec;
  private final String name;
  private final List<FaultSpec> faults;
  private final HostNoise noise;
  private final HostMachine machine;
  private Map<String, Double> stuckAt = Map.of();

  SimulatedHost(
      GroupSpec spec, String name, List<FaultSpec> faults, long seed, double stepSeconds) {
    var random = new RandomStream(seed, spec.name(), name);
    this.spec = spec;
    this.name = name;
    this.faults = faults;
    this.machine = new HostMachine(spec, HostNature.draw(random, spec.differences()), stepSeconds);
    this.noise = new HostNoise(random, spec.noise(), stepSeconds);
  }

  void advance(double busyShare, long epochMillis, long scenarioMillis, Consumer<HostSample> each) {
    HostSituation situation = situationAt(scenarioMillis);
    // The machine goes on even while nothing of it is sent, or it would thaw where it froze.
    Map<String, Double> metrics =
        machine.advance(busyShare, noise.next(), situation, scenarioMillis / 1e3);
    if (!situation.stuck) {
      stuckAt = Map.of();
    } else if (stuckAt.isEmpty()) {
      stuckAt = Map.copyOf(metrics);
    }
    if (!stuckAt.isEmpty()) {
      SimulatedMetrics.MOVING.forEach(
          metric -> metrics.computeIfPresent(metric, (m, value) -> stuckAt.get(m)));
    }
    if (!situation.silent) {
      each.accept(
          new HostSample(
              name, spec.name(), Instant.ofEpochMilli(epochMillis), metrics, ATTRIBUTES));
    }
  }

  private HostSituation situationAt(long scenarioMillis) {
    var situation = new HostSituation();
    for (FaultSpec fault : faults) {
      if (fault.activeAt(scenarioMillis)) {
        fault.kind().apply(fault.strength(), fault.progressAt(scenarioMillis), situation);
      }
    }
    return situation;
  }
}
