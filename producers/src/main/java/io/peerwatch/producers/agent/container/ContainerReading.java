package io.peerwatch.producers.agent.container;

import io.peerwatch.detection.metric.MetricDictionary;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a container's control group says, against its limits or, where it has none, the host's. */
public final class ContainerReading {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Cgroup group;

  ContainerReading(Cgroup group) {
    this.group = group;
  }

  /**
   * Processors that it may use, fractions included: the quota, or the processors that it may run
   * on, whichever is less.
   */
  public double cores(double hostCores) {
    double set = group.cpuSet().isPresent() ? group.cpuSet().getAsLong() : hostCores;
    return Math.min(Math.min(group.cpuLimit().orElse(hostCores), set), hostCores);
  }

  /** Seconds of processor time so far; empty when it isn't told. */
  public OptionalDouble cpuSeconds() {
    OptionalLong nanos = group.cpuNanos();
    return nanos.isPresent()
        ? OptionalDouble.of(nanos.getAsLong() / NANOS_PER_SECOND)
        : OptionalDouble.empty();
  }

  /** Memory's metrics; empty when it isn't told. */
  public Map<String, Double> memory(double hostBytes) {
    var metrics = new HashMap<String, Double>();
    if (group.memoryUsed().isPresent()) {
      double used = group.memoryUsed().getAsLong();
      double limit = Math.min(group.memoryLimit().orElse(Long.MAX_VALUE), hostBytes);
      metrics.put(MetricDictionary.MEMORY_USAGE, used);
      metrics.put(MetricDictionary.MEMORY_LIMIT, limit);
      metrics.put(MetricDictionary.MEMORY, Math.min(1, used / limit));
    }
    return metrics;
  }

  public OptionalLong tasks() {
    return group.tasks();
  }

  /** Its limits as attributes of samples; what has no limit is missing. */
  public Map<String, String> attributes() {
    var attributes = new HashMap<String, String>();
    group.cpuLimit().ifPresent(cores -> attributes.put("cpu.limit", Double.toString(cores)));
    group.memoryLimit().ifPresent(bytes -> attributes.put("memory.limit", Long.toString(bytes)));
    return attributes;
  }

  /** Whether it has a limit below what the host has. */
  boolean isLimited(double hostCores, double hostBytes) {
    return cores(hostCores) < hostCores || group.memoryLimit().orElse(Long.MAX_VALUE) < hostBytes;
  }
}
