package io.peerwatch.producers.simulate.machine;

import static io.peerwatch.producers.simulate.machine.WorkCost.BYTES_PER_OPERATION;
import static io.peerwatch.producers.simulate.machine.WorkCost.IDLE_CORES_SHARE;

import io.peerwatch.producers.simulate.metric.Metric;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.ServiceSpec;
import io.peerwatch.producers.simulate.workload.JobLoad;
import io.peerwatch.schemas.avro.Tier;

/**
 * What work does to a machine. Requests come to its processors and from there to its disk, two
 * queues with room for so many; what finds no room is refused, so throughput ends at the capacity.
 * Other processes take processors from the work, which then takes longer on the rest.
 */
public final class Machine {
  private static final double ROOM_MIN = 0.4; // the scheduler leaves this much to work, if crowded
  private static final double JOB_BYTES_PER_OPERATION = 131_072; // jobs read and write in sequence
  private static final double STALL_SECONDS = 0.05; // for which a slow disk answers nobody
  private static final int DISK_PLACES_MAX = 128;
  private static final double WARM_SECONDS = 120;
  private static final double WARM_SECONDS_STORED = 900; // of what lives on its buffers
  private static final double COLD_COST = 0.5;
  private static final double COLD_MISSES = 5;
  private static final double MISSES_MAX = 10;
  private static final double RESENT_SECONDS = 0.2;
  private static final double PACKETS_PER_EXCHANGE =
      3; // that must get through before anything does
  private static final double FETCH_SECONDS = 0.02;
  private static final double THRASHING_COST = 3;
  private static final double THRASHING_DISK = 0.5;

  private final GroupSpec group;
  private final ServiceSpec service;
  private final HostNature nature;
  private final double stepSeconds;
  private final Station processors = new Station();
  private final Station disk = new Station();
  private final Memory memory = new Memory();
  private final Readings readings;

  public Machine(GroupSpec group, HostNature nature, double stepSeconds) {
    this.group = group;
    this.service = group.service();
    this.nature = nature;
    this.stepSeconds = stepSeconds;
    this.readings = new Readings(group, nature, stepSeconds);
  }

  /**
   * Lives through one step and reads the meters at its end.
   *
   * @param asked requests a second that are meant for this host
   * @param millis from the scenario's start
   * @param dayShare how much of the local day has passed, 0..1
   * @param into values by the ordinal of {@link Metric}
   */
  public void advance(
      double asked,
      HostNoise noise,
      HostSituation situation,
      JobLoad jobs,
      long millis,
      double dayShare,
      double[] into) {
    memory.serviceStarted(situation.serviceStartMillis, situation.leakedShare);
    Flow flow = flow(asked * situation.arriving, noise, situation, jobs, millis);
    double busy = processors.carried() * flow.room / situation.size.cores();
    memory.update(
        wantedMemory(busy, noise, situation, jobs, millis), situation.leakedShare, millis);
    readings.read(flow, processors, disk, memory, noise, situation, jobs, millis, dayShare, into);
  }

  /** What goes through the machine in this step. */
  private Flow flow(
      double arriving, HostNoise noise, HostSituation situation, JobLoad jobs, long millis) {
    var flow = new Flow();
    long sinceStart = millis - memory.serviceStartMillis();
    double cold = StrictMath.exp(-Math.max(0, sinceStart) / (1e3 * warmSeconds()));
    double thrashing = memory.swapped();
    flow.serving = sinceStart >= 0;
    flow.missShare = missShare(cold);
    flow.foreign =
        IDLE_CORES_SHARE + situation.foreignCoresShare + jobs.cpuShare + noise.systemWork;
    flow.room = Math.max(ROOM_MIN, 1 - flow.foreign);
    flow.cpuSeconds =
        service.cpuSeconds()
            * nature.cost()
            * noise.cost
            * situation.cost
            * situation.slowness
            * (1 + COLD_COST * cold)
            * (1 + THRASHING_COST * thrashing);
    flow.waitSeconds = waitSeconds(flow, situation);
    flow.capacity = situation.size.cores() * flow.room / flow.cpuSeconds;
    double wire = Math.max(receiveBytes(flow, noise), transmitBytes(noise));
    double accepted = flow.serving ? Math.min(arriving, situation.size.networkBytes() / wire) : 0;
    queue(accepted, flow, noise, situation, jobs, thrashing);
    return flow;
  }

  /** Processors first, then the disk; what the disk refuses keeps no processor busy either. */
  private void queue(
      double accepted,
      Flow flow,
      HostNoise noise,
      HostSituation situation,
      JobLoad jobs,
      double thrashing) {
    int cores = situation.size.cores();
    int places = cores * service.concurrencyPerCore();
    double secondsPerCore = flow.cpuSeconds / flow.room;
    processors.solve(accepted * secondsPerCore, cores, places);
    double served = accepted * (1 - processors.refusedShare());

    double touched = nature.disk() * noise.disk;
    flow.readBytes = WorkCost.readBytes(group, flow.missShare) * touched;
    flow.writeBytes = WorkCost.writeBytes(group) * touched;
    flow.diskLost = Math.min(0.99, situation.diskLostShare + THRASHING_DISK * thrashing);
    double operations = served * (flow.readBytes + flow.writeBytes) / BYTES_PER_OPERATION;
    double jobOperations = (jobs.readBytes + jobs.writeBytes) / JOB_BYTES_PER_OPERATION;
    double speed = situation.size.diskOperations() * (1 - flow.diskLost);
    disk.solve((operations + jobOperations) / speed, 1, Math.min(places, DISK_PLACES_MAX));
    flow.diskSpeed = speed;
    flow.diskKept = 1 - disk.refusedShare();
    flow.served = served * flow.diskKept;
    flow.operations = operations * flow.diskKept;
    if (disk.refusedShare() > 1e-6) {
      processors.solve(flow.served * secondsPerCore, cores, places);
    }
    // A task that meets a stall waits half of it on the average.
    flow.stalled = Math.min(places, flow.operations * flow.diskLost * STALL_SECONDS / 2);
    flow.seconds = seconds(flow);
  }

  /** By Little's law: what is inside, over what goes through. */
  private double seconds(Flow flow) {
    if (!(flow.served > 0)) {
      return Double.NaN;
    }
    double atDisk = flow.stalled;
    double carried = disk.carried() * flow.diskSpeed; // operations a second, those of jobs too
    if (carried > 0) {
      atDisk += disk.inside() * flow.operations / carried;
    }
    return flow.waitSeconds + (processors.inside() + atDisk) / flow.served;
  }

  private double waitSeconds(Flow flow, HostSituation situation) {
    boolean fetches = group.tier() == Tier.CACHE;
    double fetched = fetches ? service.readRatio() * flow.missShare * FETCH_SECONDS : 0;
    double resent = RESENT_SECONDS * Math.min(1, PACKETS_PER_EXCHANGE * situation.packetLossShare);
    double waited = service.waitSeconds() * situation.slowness + fetched;
    return waited * situation.waiting + resent;
  }

  /** Less memory for buffers, or buffers that are still cold, means more misses. */
  private double missShare(double cold) {
    double usual = 1 - service.cacheHit();
    boolean stored = group.tier() == Tier.DATABASE || group.tier() == Tier.CACHE;
    double filling = stored ? 1 + COLD_MISSES * cold : 1;
    double squeezed = 1;
    if (group.tier() != Tier.CACHE && memory.used() > 0) {
      double free = Math.max(0.01, 1 - memory.used());
      squeezed = Math.min(MISSES_MAX, Math.max(0.5, (1 - service.memoryShare()) / free));
    }
    return Math.min(1, usual * filling * squeezed);
  }

  private double wantedMemory(
      double busy, HostNoise noise, HostSituation situation, JobLoad jobs, long millis) {
    return readings.memoryAtRest(millis - memory.serviceStartMillis())
        + nature.memory()
        + noise.memory
        + situation.memoryShare
        + jobs.memoryShare
        + Readings.MEMORY_PER_BUSY_SHARE * busy;
  }

  private double warmSeconds() {
    return group.tier() == Tier.DATABASE || group.tier() == Tier.CACHE
        ? WARM_SECONDS_STORED
        : WARM_SECONDS;
  }

  private double receiveBytes(Flow flow, HostNoise noise) {
    return WorkCost.receiveBytes(group, flow.missShare) * nature.network() * noise.network;
  }

  private double transmitBytes(HostNoise noise) {
    return service.transmitBytes() * nature.network() * noise.network;
  }

  /** What a boot forgets. */
  public void booted() {
    readings.booted();
  }

  /** What went through a machine in one step; rates are by second. */
  static final class Flow {
    boolean serving;
    double served;
    double capacity;
    double cpuSeconds;
    double waitSeconds;
    double seconds;
    double room;
    double foreign;
    double missShare;
    double readBytes;
    double writeBytes;
    double operations;
    double diskLost;
    double diskSpeed;
    double diskKept;
    double stalled;
  }
}
