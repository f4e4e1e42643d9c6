package io.peerwatch.producers.agent;

import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.producers.agent.notes.Notes;
import io.peerwatch.producers.agent.rate.Counter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a machine part by part: one that fails, or isn't there, is told once and left out. */
final class ReadingParts {
  private final Notes notes;

  ReadingParts(Notes notes) {
    this.notes = notes;
  }

  /** Reads one part; whatever it throws leaves out that part alone. */
  void read(String part, Runnable reading) {
    try {
      reading.run();
      notes.over(part);
    } catch (RuntimeException | LinkageError e) { // OSHI's, on a system that it doesn't know well
      notes.once(
          part,
          "%s can't be read and are left out: %s"
              .formatted(part, e.toString().lines().findFirst().orElse("")));
    }
  }

  /** Tells what this machine does not say of itself. */
  void tellOfMissing(Map<String, Double> gauges, Map<Counter, Double> counters) {
    Set<String> counted =
        counters.keySet().stream().map(Counter::metric).collect(Collectors.toSet());
    require(gauges.containsKey(MetricDictionary.LOAD_1M), "load averages");
    require(gauges.containsKey(MetricDictionary.MEMORY), "memory");
    require(gauges.containsKey(AgentMetrics.FILESYSTEM), "writable filesystems of its own");
    require(counted.contains(AgentMetrics.DISK_READ), "disks");
    require(counted.contains(AgentMetrics.NETWORK_RECEIVE), "network interfaces of its own");
  }

  private void require(boolean there, String what) {
    if (!there) {
      notes.once("missing " + what, "this machine shows no %s: left out".formatted(what));
    }
  }
}
