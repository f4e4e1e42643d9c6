package io.peerwatch.detection.capacity;

/**
 * The limits by which room is measured, each above 0.
 *
 * @param loadPerCore load per core to steer to
 * @param ceiling load per core that must not be crossed
 * @param cpu CPU utilisation limit, 0..1
 * @param memory memory utilisation limit, 0..1
 * @param disk limit of the share of time that disks are busy, 0..1
 */
public record CapacitySettings(
    double loadPerCore, double ceiling, double cpu, double memory, double disk) {

  /** People wait for the answers: low load, so that they come fast. */
  public static final CapacitySettings USER_FACING = new CapacitySettings(0.5, 1, 0.5, 0.9, 0.7);

  /** Throughput counts: high load is right. */
  public static final CapacitySettings BATCH = new CapacitySettings(0.9, 1, 0.9, 0.9, 0.9);

  public CapacitySettings {
    for (double limit : new double[] {loadPerCore, ceiling, cpu, memory, disk}) {
      if (!(limit > 0)) {
        throw new IllegalArgumentException("a capacity limit must be above 0, not " + limit);
      }
    }
  }

  double limitOf(CapacityResource resource) {
    return switch (resource) {
      case LOAD -> loadPerCore;
      case CPU -> cpu;
      case MEMORY -> memory;
      case DISK -> disk;
    };
  }
}
