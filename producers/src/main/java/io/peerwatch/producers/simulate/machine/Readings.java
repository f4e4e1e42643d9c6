package io.peerwatch.producers.simulate.machine;

import static io.peerwatch.producers.simulate.machine.WorkCost.BYTES_PER_OPERATION;

import io.peerwatch.producers.simulate.metric.Metric;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.ServiceSpec;
import io.peerwatch.producers.simulate.workload.JobLoad;
import java.util.Arrays;

/**
 * What the meters of a machine show. A meter counts over one step only, so it shows what happened
 * with the error of a finite count: of n requests ±√n.
 */
final class Readings {
  static final double MEMORY_PER_BUSY_SHARE = 0.08;

  private static final double LOAD_SAMPLE_SECONDS = 5; // how often kernels look at their queues
  private static final double MEMORY_SHARE_FRESH = 0.75; // of the usual, right after a start
  private static final double MEMORY_FILL_SECONDS = 1_200;
  private static final double PAGES_PER_SECOND = 4_000; // while all of the swap is in use
  private static final double FILESYSTEM_GROWTH_PER_SECOND = 0.002 / 86_400;
  private static final double BYTES_PER_PACKET = 1_000;
  private static final double BACKGROUND_NETWORK_BYTES = 2_000;
  private static final double BACKGROUND_READ_BYTES = 1_000;
  private static final double BACKGROUND_WRITE_BYTES = 20_000;
  private static final double JOB_PROCESSES = 8;

  private final GroupSpec group;
  private final ServiceSpec service;
  private final HostNature nature;
  private final double stepSeconds;
  private final LoadAverages load;

  Readings(GroupSpec group, HostNature nature, double stepSeconds) {
    this.group = group;
    this.service = group.service();
    this.nature = nature;
    this.stepSeconds = stepSeconds;
    this.load = new LoadAverages(stepSeconds);
  }

  void booted() {
    load.reset();
  }

  /** Memory of the service without work, as a share of all: a fresh one has to fill it first. */
  double memoryAtRest(long sinceStartMillis) {
    double empty = StrictMath.exp(-Math.max(0, sinceStartMillis) / (1e3 * MEMORY_FILL_SECONDS));
    return service.memoryShare() * (1 - (1 - MEMORY_SHARE_FRESH) * empty);
  }

  void read(
      Machine.Flow flow,
      Station processors,
      Station disk,
      Memory memory,
      HostNoise noise,
      HostSituation situation,
      JobLoad jobs,
      long millis,
      double dayShare,
      double[] into) {
    Arrays.fill(into, Double.NaN);
    double counted = flow.served * stepSeconds;
    double chance = counted > 0 ? Math.min(0.3, 1 / Math.sqrt(counted)) : 0;
    double served =
        Math.min(flow.capacity, flow.served * Math.max(0, 1 + chance * noise.countChance));
    if (service.measured()) {
      put(into, Metric.REQUEST_RATE, rounded(served, 10));
      double mean = flow.seconds * noise.answer * Math.max(0, 1 + chance * noise.secondsChance);
      put(into, Metric.REQUEST_DURATION, rounded(mean, 1e5));
    }
    processors(flow, processors, disk, noise, situation, chance, into);
    memory(memory, situation, into);
    disk(flow, disk, situation, served, jobs, into);
    network(flow, noise, situation, served, into);
    double atWork = flow.serving ? 1 : 0.6;
    double processes =
        service.processes() * atWork + processors.inside() / 2 + JOB_PROCESSES * jobs.running;
    put(into, Metric.PROCESSES, Math.rint(processes * noise.processes));
    put(into, Metric.UPTIME, Math.rint(uptimeSeconds(situation, millis)));
    put(into, Metric.FILESYSTEM, ratio(filesystem(millis, dayShare)));
  }

  private void processors(
      Machine.Flow flow,
      Station processors,
      Station disk,
      HostNoise noise,
      HostSituation situation,
      double chance,
      double[] into) {
    int cores = situation.size.cores();
    double own = processors.carried() * flow.room / cores;
    // What a request costs is exponential, so that its mean over n of them is off by 1/√n again.
    double measured = own * Math.max(0, 1 + chance * (noise.countChance + noise.workChance));
    double tasks = processors.inside() + flow.foreign * cores + disk.inside() + flow.stalled;
    double looks = Math.max(1, stepSeconds / LOAD_SAMPLE_SECONDS);
    load.add(Math.max(0, tasks + Math.sqrt(tasks / looks) * noise.tasksChance));
    put(into, Metric.CORES, cores);
    put(into, Metric.CPU, ratio(flow.foreign + measured));
    put(into, Metric.LOAD_1M, rounded(load.oneMinute(), 100));
    put(into, Metric.LOAD_5M, rounded(load.fiveMinutes(), 100));
    put(into, Metric.LOAD_15M, rounded(load.fifteenMinutes(), 100));
  }

  private static void memory(Memory memory, HostSituation situation, double[] into) {
    double bytes = situation.size.memoryBytes();
    put(into, Metric.MEMORY, ratio(memory.used()));
    put(into, Metric.MEMORY_USAGE, Math.rint(memory.used() * bytes));
    put(into, Metric.MEMORY_LIMIT, bytes);
    put(into, Metric.PAGING, ratio(memory.swapped()));
    put(into, Metric.PAGING_OPERATIONS, Math.rint(memory.swapped() * PAGES_PER_SECOND));
  }

  private static void disk(
      Machine.Flow flow,
      Station disk,
      HostSituation situation,
      double served,
      JobLoad jobs,
      double[] into) {
    double read = BACKGROUND_READ_BYTES + served * flow.readBytes + jobs.readBytes * flow.diskKept;
    double write =
        BACKGROUND_WRITE_BYTES + served * flow.writeBytes + jobs.writeBytes * flow.diskKept;
    put(into, Metric.DISK_READ, Math.rint(read));
    put(into, Metric.DISK_WRITE, Math.rint(write));
    put(into, Metric.DISK_READ_OPERATIONS, rounded(read / BYTES_PER_OPERATION, 10));
    put(into, Metric.DISK_WRITE_OPERATIONS, rounded(write / BYTES_PER_OPERATION, 10));
    double background =
        (BACKGROUND_READ_BYTES + BACKGROUND_WRITE_BYTES)
            / BYTES_PER_OPERATION
            / situation.size.diskOperations();
    put(
        into,
        Metric.DISK_IO_TIME,
        ratio(background + flow.diskLost + disk.carried() * (1 - flow.diskLost)));
  }

  private void network(
      Machine.Flow flow, HostNoise noise, HostSituation situation, double served, double[] into) {
    double factor = served * nature.network() * noise.network;
    double loss = situation.packetLossShare;
    double receive =
        BACKGROUND_NETWORK_BYTES + factor * WorkCost.receiveBytes(group, flow.missShare);
    double transmit = (BACKGROUND_NETWORK_BYTES + factor * service.transmitBytes()) / (1 - loss);
    double lost = loss * (receive + transmit) / BYTES_PER_PACKET;
    put(into, Metric.NETWORK_RECEIVE, Math.rint(receive));
    put(into, Metric.NETWORK_TRANSMIT, Math.rint(transmit));
    put(into, Metric.NETWORK_DROPPED, rounded(noise.dropped + lost, 100));
    put(into, Metric.NETWORK_ERRORS, rounded(lost / 5, 100));
  }

  private double filesystem(long millis, double dayShare) {
    return nature.filesystem()
        + nature.logs() * dayShare // logs are put away at midnight
        + millis / 1e3 * FILESYSTEM_GROWTH_PER_SECOND;
  }

  private double uptimeSeconds(HostSituation situation, long millis) {
    boolean bootedHere = situation.bootMillis > HostSituation.LONG_AGO_MILLIS;
    return bootedHere
        ? Math.max(0, millis - situation.bootMillis) / 1e3
        : nature.uptimeSeconds() + millis / 1e3;
  }

  private static void put(double[] into, Metric metric, double value) {
    into[metric.ordinal()] = value;
  }

  private static double ratio(double value) {
    return rounded(Math.max(0, Math.min(1, value)), 10_000);
  }

  private static double rounded(double value, double parts) {
    return Math.rint(value * parts) / parts;
  }
}
