package io.peerwatch.producers.simulate.machine;

import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.HostSize;
import io.peerwatch.producers.simulate.scenario.ServiceSpec;
import io.peerwatch.schemas.avro.Tier;

/** What one request costs one host on the average, in the units of its resources. */
public final class WorkCost {
  static final double BYTES_PER_OPERATION = 16_384;
  static final double IDLE_CORES_SHARE = 0.015; // that the system itself takes

  private WorkCost() {}

  /** Bytes that a request reads from disk when this share of what it reads isn't in memory. */
  static double readBytes(GroupSpec group, double missShare) {
    ServiceSpec service = group.service();
    // What a cache server doesn't hold comes over the network.
    boolean fromDisk = group.tier() != Tier.CACHE;
    return fromDisk ? service.readRatio() * service.readBytes() * missShare : 0;
  }

  static double writeBytes(GroupSpec group) {
    return (1 - group.service().readRatio()) * group.service().writeBytes();
  }

  /** Bytes that a request takes in from the network. */
  static double receiveBytes(GroupSpec group, double missShare) {
    ServiceSpec service = group.service();
    boolean fetched = group.tier() == Tier.CACHE;
    return service.receiveBytes()
        + (fetched ? service.readRatio() * service.readBytes() * missShare : 0);
  }

  /** Requests a second that a host can serve at most, and what stops it there. */
  public static HostCapacity capacity(GroupSpec group, HostNature nature, HostSize size) {
    double miss = 1 - group.service().cacheHit();
    double cpu =
        size.cores() * (1 - IDLE_CORES_SHARE) / (group.service().cpuSeconds() * nature.cost());
    double bytes = (readBytes(group, miss) + writeBytes(group)) * nature.disk();
    double disk = size.diskOperations() * BYTES_PER_OPERATION / bytes;
    double wire =
        Math.max(receiveBytes(group, miss), group.service().transmitBytes()) * nature.network();
    double network = size.networkBytes() / wire;
    double least = Math.min(cpu, Math.min(disk, network));
    return new HostCapacity(least, least == cpu ? "cpu" : least == disk ? "disk" : "network");
  }
}
