package io.peerwatch.detection.capacity;

/**
 * What a group is steered to, each limit above 0.
 *
 * @param loadPerCore load average per logical processor to steer to
 * @param ceiling load average per logical processor that must not be crossed
 * @param cpu CPU utilisation to steer to, 0..1
 * @param memory memory utilisation limit, 0..1
 * @param disk limit of the share of time that the busiest disk works, 0..1
 * @param network limit of the share of the network's bandwidth in use, 0..1
 */
public record CapacityLimits(
    double loadPerCore, double ceiling, double cpu, double memory, double disk, double network) {

  private static final CapacityLimits LOW = new CapacityLimits(0.5, 1, 0.5, 0.9, 0.7, 0.7);
  private static final CapacityLimits HIGH = new CapacityLimits(0.9, 1, 0.9, 0.9, 0.9, 0.9);

  public CapacityLimits {
    for (double limit : new double[] {loadPerCore, ceiling, cpu, memory, disk, network}) {
      if (!(limit > 0)) {
        throw new IllegalArgumentException("a capacity limit must be above 0, not " + limit);
      }
    }
  }

  /** The usual limits: low where people wait, high where throughput counts. */
  public static CapacityLimits of(Workload workload) {
    return workload.forThroughput() ? HIGH : LOW;
  }

  /** The limit to steer to. */
  public double targetOf(CapacityResource resource) {
    return switch (resource) {
      case LOAD -> loadPerCore;
      case CPU -> cpu;
      case MEMORY -> memory;
      case DISK -> disk;
      case NETWORK -> network;
    };
  }

  /** What must not be crossed: for load the ceiling, for shares all of it. */
  public double ceilingOf(CapacityResource resource) {
    return resource == CapacityResource.LOAD ? ceiling : 1;
  }
}
