package io.peerwatch.detection.policy;

import io.peerwatch.detection.capacity.CapacityLimits;

/**
 * What a policy says of the limits by which room is measured, each above 0; the shares at most 1.
 * What is null stays as it was.
 */
public record CapacityTargets(
    Double loadPerCore, Double ceiling, Double cpu, Double memory, Double disk, Double network) {

  public static final CapacityTargets NONE =
      new CapacityTargets(null, null, null, null, null, null);

  public CapacityTargets {
    requireAboveZero("loadPerCore", loadPerCore);
    requireAboveZero("ceiling", ceiling);
    requireShare("cpu", cpu);
    requireShare("memory", memory);
    requireShare("disk", disk);
    requireShare("network", network);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  /** These, and where they say nothing the ones below. */
  CapacityTargets over(CapacityTargets below) {
    return new CapacityTargets(
        first(loadPerCore, below.loadPerCore),
        first(ceiling, below.ceiling),
        first(cpu, below.cpu),
        first(memory, below.memory),
        first(disk, below.disk),
        first(network, below.network));
  }

  CapacityLimits applyTo(CapacityLimits usual) {
    return new CapacityLimits(
        first(loadPerCore, usual.loadPerCore()),
        first(ceiling, usual.ceiling()),
        first(cpu, usual.cpu()),
        first(memory, usual.memory()),
        first(disk, usual.disk()),
        first(network, usual.network()));
  }

  private static Double first(Double value, Double below) {
    return value != null ? value : below;
  }

  private static void requireAboveZero(String name, Double value) {
    if (value != null && !(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "capacity.%s must be above 0 and finite, not %s".formatted(name, value));
    }
  }

  private static void requireShare(String name, Double value) {
    if (value != null && !(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "capacity.%s must be above 0 and at most 1, not %s".formatted(name, value));
    }
  }
}
