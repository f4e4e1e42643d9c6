package io.peerwatch.producers.simulate;

import io.peerwatch.producers.simulate.event.GroupEvents;
import io.peerwatch.producers.simulate.event.HostEvents;
import io.peerwatch.producers.simulate.event.HostFaults;
import io.peerwatch.producers.simulate.event.Reporting;
import io.peerwatch.producers.simulate.machine.HostCapacity;
import io.peerwatch.producers.simulate.machine.HostNature;
import io.peerwatch.producers.simulate.machine.HostNoise;
import io.peerwatch.producers.simulate.machine.HostSituation;
import io.peerwatch.producers.simulate.machine.Machine;
import io.peerwatch.producers.simulate.machine.WorkCost;
import io.peerwatch.producers.simulate.metric.Metric;
import io.peerwatch.producers.simulate.noise.RandomStream;
import io.peerwatch.producers.simulate.scenario.FaultSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.HostSize;
import io.peerwatch.producers.simulate.workload.HostJobs;
import io.peerwatch.schemas.avro.HostSample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One host: work comes in, faults and events beset it, a sample goes out. */
final class SimulatedHost {
  /** Says of every sample that no machine measured it. */
  private static final Map<String, String> ATTRIBUTES = Map.of("peerwatch.producer", "simulate");

  private final GroupSpec group;
  private final String name;
  private final HostSize size;
  private final double weight;
  private final HostNature nature;
  private final HostNoise noise;
  private final HostJobs jobs;
  private final HostEvents events;
  private final HostFaults faults;
  private final Reporting reporting;
  private final Machine machine;
  private final HostSituation situation = new HostSituation();
  private boolean wasUp = true;

  /**
   * @param number its number in the group, the first being 1
   */
  SimulatedHost(
      GroupSpec group,
      int number,
      String name,
      GroupEvents groupEvents,
      List<FaultSpec> faults,
      long seed,
      long periodMillis) {
    double stepSeconds = periodMillis / 1e3;
    var random = new RandomStream(seed, group.name(), name);
    this.group = group;
    this.name = name;
    this.size = groupEvents.sizeOf(name, group.size(number));
    this.nature = HostNature.draw(random, group.differences(), group.balancer().unevenness());
    this.weight = group.balancer().weight(number - 1) * nature.share();
    this.noise = new HostNoise(random, group.noise(), group.balancer().drift(), stepSeconds);
    this.jobs = new HostJobs(group.jobs(), seed, group.name(), name);
    this.events = groupEvents.of(name);
    this.faults = new HostFaults(faults);
    this.reporting = new Reporting(faults, seed, periodMillis);
    this.machine = new Machine(group, nature, stepSeconds);
  }

  /** What befalls it now; gives the weight of its share of the work, 0 when it gets none. */
  double prepare(long scenarioMillis) {
    noise.step();
    situation.clear(size);
    events.apply(scenarioMillis, situation);
    faults.apply(scenarioMillis, situation);
    if (!situation.up || !situation.inService) {
      return 0;
    }
    double bySize = group.balancer().bySize() ? situation.size.cores() : 1;
    return weight * bySize * noise.share();
  }

  /**
   * Lives through the step that {@link #prepare} began, and sends its sample.
   *
   * @param asked requests a second that come to it
   * @param waiting factor on how long requests wait for other machines
   * @param into room for its values
   */
  void advance(
      double asked, double waiting, Instants now, double[] into, Consumer<HostSample> each) {
    long millis = now.scenarioMillis();
    if (!situation.up) {
      wasUp = false;
      return;
    }
    if (!wasUp) {
      machine.booted();
      wasUp = true;
    }
    situation.waiting = waiting;
    machine.advance(
        asked, noise, situation, jobs.at(now.localMillis()), millis, now.dayShare(), into);
    reporting.spoil(millis, into);
    if (!reporting.silentAt(millis)) {
      Instant timestamp =
          Instant.ofEpochMilli(now.epochMillis() + reporting.clockAheadMillis(millis));
      each.accept(new HostSample(name, group.name(), timestamp, Metric.toMap(into), ATTRIBUTES));
    }
  }

  String name() {
    return name;
  }

  HostSize size() {
    return size;
  }

  HostCapacity capacity() {
    return WorkCost.capacity(group, nature, size);
  }
}
