package io.peerwatch.producers.agent;

import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.producers.agent.RawReading.CpuTime;
import io.peerwatch.producers.agent.container.ContainerReading;
import io.peerwatch.producers.agent.rate.Counter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads a container: processor time, memory and tasks of its control group against its limits,
 * filesystems and network as they are in it. What the kernel has only for the whole machine (load
 * averages, disks, swap, uptime) is left out.
 */
final class ContainerReader implements HostReader {
  private static final Set<String> OF_THE_MACHINE =
      Set.of(
          MetricDictionary.LOAD_1M,
          MetricDictionary.LOAD_5M,
          MetricDictionary.LOAD_15M,
          MetricDictionary.DISK_IO_TIME,
          AgentMetrics.DISK_READ,
          AgentMetrics.DISK_WRITE,
          AgentMetrics.DISK_READ_OPERATIONS,
          AgentMetrics.DISK_WRITE_OPERATIONS,
          AgentMetrics.PAGING,
          AgentMetrics.PAGING_OPERATIONS,
          AgentMetrics.PROCESSES,
          AgentMetrics.UPTIME);

  private final HostReader host;
  private final ContainerReading container;
  private boolean started;
  private long nanosBefore;
  private double coreNanos;

  ContainerReader(HostReader host, ContainerReading container) {
    this.host = host;
    this.container = container;
  }

  @Override
  public RawReading read() {
    RawReading machine = host.read();
    var gauges = new HashMap<>(machine.gauges());
    Map<Counter, Double> counters = new HashMap<>(machine.counters());
    double cores =
        container.cores(gauges.getOrDefault(MetricDictionary.CORES, (double) Readers.PROCESSORS));
    Map<String, Double> memory =
        container.memory(gauges.getOrDefault(MetricDictionary.MEMORY_LIMIT, Double.MAX_VALUE));
    gauges.keySet().removeAll(OF_THE_MACHINE);
    counters.keySet().removeIf(counter -> OF_THE_MACHINE.contains(counter.metric()));
    gauges.put(MetricDictionary.CORES, cores);
    gauges.putAll(memory);
    container.tasks().ifPresent(tasks -> gauges.put(AgentMetrics.PROCESSES, (double) tasks));
    return new RawReading(machine.nanos(), gauges, counters, cpu(machine.nanos(), cores));
  }

  @Override
  public Map<String, String> attributes() {
    var attributes = new HashMap<>(host.attributes());
    attributes.putAll(container.attributes());
    attributes.put("scope", "container");
    return attributes;
  }

  @Override
  public String hostName() {
    return host.hostName();
  }

  /** Time used, and the time that its limit gave it; limits may change while it runs. */
  private CpuTime cpu(long nanos, double cores) {
    coreNanos += started ? (nanos - nanosBefore) * cores : 0;
    nanosBefore = nanos;
    started = true;
    return new CpuTime((long) (container.cpuSeconds().orElse(0) * 1e9), (long) coreNanos);
  }
}
