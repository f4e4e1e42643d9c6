package io.peerwatch.producers.simulate.metric;

import io.peerwatch.detection.metric.MetricDictionary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What simulated hosts measure, in the order of CSV columns. */
public enum Metric {
  REQUEST_RATE(MetricDictionary.REQUEST_RATE, true),
  REQUEST_DURATION("http.server.request.duration", true), // mean seconds; OpenTelemetry's name
  LOAD_1M(MetricDictionary.LOAD_1M, true),
  LOAD_5M(MetricDictionary.LOAD_5M, true),
  LOAD_15M(MetricDictionary.LOAD_15M, true),
  CPU(MetricDictionary.CPU, true),
  MEMORY(MetricDictionary.MEMORY, true),
  MEMORY_USAGE(MetricDictionary.MEMORY_USAGE, true),
  DISK_READ("system.disk.io.read", true),
  DISK_WRITE("system.disk.io.write", true),
  DISK_READ_OPERATIONS("system.disk.operations.read", true),
  DISK_WRITE_OPERATIONS("system.disk.operations.write", true),
  DISK_IO_TIME(MetricDictionary.DISK_IO_TIME, true),
  NETWORK_RECEIVE("system.network.io.receive", true),
  NETWORK_TRANSMIT("system.network.io.transmit", true),
  PROCESSES("system.process.count", true),
  CORES(MetricDictionary.CORES, false),
  MEMORY_LIMIT(MetricDictionary.MEMORY_LIMIT, false),
  PAGING("system.paging.utilization", false),
  PAGING_OPERATIONS("system.paging.operations", false),
  FILESYSTEM("system.filesystem.utilization", false),
  NETWORK_DROPPED("system.network.packet.dropped", false),
  NETWORK_ERRORS("system.network.errors", false),
  UPTIME("system.uptime", false);

  /** Canonical names, in the order of CSV columns. */
  public static final List<String> NAMES = Arrays.stream(values()).map(Metric::canonical).toList();

  /** Those that a healthy host's values move in. */
  public static final List<String> MOVING =
      Arrays.stream(values()).filter(Metric::moving).map(Metric::canonical).toList();

  private static final Metric[] ALL = values();
  private static final Map<String, Metric> BY_NAME = byName();

  private final String canonical;
  private final boolean moving;

  Metric(String canonical, boolean moving) {
    this.canonical = canonical;
    this.moving = moving;
  }

  public String canonical() {
    return canonical;
  }

  /** Whether a healthy host's values move from sample to sample. */
  public boolean moving() {
    return moving;
  }

  /** Whether values are shares of a whole. */
  public boolean isRatio() {
    return switch (this) {
      case CPU, MEMORY, DISK_IO_TIME, PAGING, FILESYSTEM -> true;
      default -> false;
    };
  }

  /** The metric of this canonical name; null when simulated hosts don't measure it. */
  public static Metric named(String canonical) {
    return BY_NAME.get(canonical);
  }

  /** Room for one value of each, by ordinal; NaN stands for none. */
  public static double[] newValues() {
    return new double[ALL.length];
  }

  /** The values as a sample carries them; those that are NaN are left out. */
  public static Map<String, Double> toMap(double[] values) {
    Map<String, Double> map = new HashMap<>(2 * ALL.length);
    for (int i = 0; i < ALL.length; i++) {
      if (!Double.isNaN(values[i])) {
        map.put(ALL[i].canonical, values[i]);
      }
    }
    return map;
  }

  private static Map<String, Metric> byName() {
    var names = new HashMap<String, Metric>();
    for (Metric metric : values()) {
      names.put(metric.canonical, metric);
    }
    return Map.copyOf(names);
  }
}
