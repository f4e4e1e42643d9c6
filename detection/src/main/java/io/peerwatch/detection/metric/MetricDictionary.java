package io.peerwatch.detection.metric;

import static io.peerwatch.detection.metric.Transform.LINEAR;
import static io.peerwatch.detection.metric.Transform.LOG;
import static io.peerwatch.detection.metric.Transform.LOGIT;
import static io.peerwatch.detection.metric.Transform.PER_CORE;
import static io.peerwatch.detection.metric.Worse.BOTH;
import static io.peerwatch.detection.metric.Worse.DOWN;
import static io.peerwatch.detection.metric.Worse.UP;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The canonical metrics: OpenTelemetry's {@code system.*} with ratios as 0..1, counters as rates
 * per second and directions as part of the name, and the work metric of web tiers. A filesystem's
 * mount point may follow as a suffix. Names that are not here are compared too, as linear values
 * without a unit, of which two percent matter.
 */
public final class MetricDictionary {

  /** Raised whenever an entry changes its meaning. */
  public static final int VERSION = 1;

  public static final String CORES = "system.cpu.logical.count";
  public static final String LOAD_1M = "system.cpu.load_average.1m";
  public static final String LOAD_5M = "system.cpu.load_average.5m";
  public static final String LOAD_15M = "system.cpu.load_average.15m";
  public static final String CPU = "system.cpu.utilization";
  public static final String MEMORY = "system.memory.utilization";
  public static final String MEMORY_USAGE = "system.memory.usage";
  public static final String MEMORY_LIMIT = "system.memory.limit";
  public static final String DISK_IO_TIME = "system.disk.io_time";
  public static final String DISK_READ = "system.disk.io.read";
  public static final String DISK_WRITE = "system.disk.io.write";
  public static final String DISK_READ_OPERATIONS = "system.disk.operations.read";
  public static final String DISK_WRITE_OPERATIONS = "system.disk.operations.write";
  public static final String NETWORK_RECEIVE = "system.network.io.receive";
  public static final String NETWORK_TRANSMIT = "system.network.io.transmit";
  public static final String NETWORK_UTILIZATION = "hw.network.bandwidth.utilization";
  public static final String NETWORK_LIMIT = "hw.network.bandwidth.limit";
  public static final String REQUEST_RATE = "http.server.request.rate";

  private static final String UPTIME = "system.uptime";
  private static final Set<String> NOT_COMPARED =
      Set.of(CORES, MEMORY_LIMIT, NETWORK_LIMIT, UPTIME);
  private static final List<String> WORK = List.of(REQUEST_RATE);
  private static final double RATIO_FLOOR = 0.02;
  private static final double RELATIVE_FLOOR = 0.05;
  private static final double UNKNOWN_RELATIVE_FLOOR = 0.02;
  private static final double MIB = 1024 * 1024;
  private static final MetricDictionary STANDARD = new MetricDictionary();

  private final SortedMap<String, MetricInfo> described;

  /** What a policy says otherwise, by metric; each names its metric once. */
  private final SortedMap<String, MetricSettings> settings;

  private MetricDictionary(
      SortedMap<String, MetricInfo> described, SortedMap<String, MetricSettings> settings) {
    this.described = described;
    this.settings = settings;
  }

  private MetricDictionary() {
    this(new TreeMap<>(), new TreeMap<>());
    load(LOAD_1M, 0.05);
    load(LOAD_5M, 0.05);
    load(LOAD_15M, 0.05);
    add(CORES, "{cpu}", "cpu", LINEAR, BOTH, 0.5);
    add(CPU, "1", "cpu", LOGIT, UP, RATIO_FLOOR);
    add(MEMORY, "1", "memory", LINEAR, UP, RATIO_FLOOR);
    add(MEMORY_USAGE, "By", "memory", LOG, UP, 64 * MIB);
    add(MEMORY_LIMIT, "By", "memory", LOG, BOTH, 64 * MIB);
    add("system.paging.utilization", "1", "paging", LINEAR, UP, RATIO_FLOOR);
    rate("system.paging.operations", "{operation}/s", "paging", UP, 10);
    rate(DISK_READ, "By/s", "disk", BOTH, MIB / 4);
    rate(DISK_WRITE, "By/s", "disk", BOTH, MIB / 4);
    rate(DISK_READ_OPERATIONS, "{operation}/s", "disk", BOTH, 5);
    rate(DISK_WRITE_OPERATIONS, "{operation}/s", "disk", BOTH, 5);
    add(DISK_IO_TIME, "1", "disk", LINEAR, UP, RATIO_FLOOR);
    add("system.filesystem.utilization", "1", "filesystem", LINEAR, UP, RATIO_FLOOR);
    rate(NETWORK_RECEIVE, "By/s", "network", BOTH, 64 * 1024);
    rate(NETWORK_TRANSMIT, "By/s", "network", BOTH, 64 * 1024);
    add(NETWORK_UTILIZATION, "1", "network", LINEAR, UP, RATIO_FLOOR);
    rate(NETWORK_LIMIT, "By/s", "network", BOTH, MIB);
    rate("system.network.packet.dropped", "{packet}/s", "network", UP, 1);
    rate("system.network.errors", "{error}/s", "network", UP, 1);
    rate("system.process.count", "{process}", "process", UP, 10);
    rate(UPTIME, "s", "uptime", DOWN, 3600);
    rate(REQUEST_RATE, "{request}/s", "work", BOTH, 1);
    rate("http.server.request.duration", "s", "latency", UP, 0.005);
  }

  public static MetricDictionary standard() {
    return STANDARD;
  }

  /** Metrics that count a host's work, the one that says most first. */
  public List<String> work() {
    return WORK;
  }

  /** The canonical metrics, and what a policy says otherwise; nothing else is kept of this one. */
  public MetricDictionary with(Collection<MetricSettings> policy) {
    SortedMap<String, MetricSettings> byMetric = new TreeMap<>();
    policy.forEach(metric -> byMetric.put(metric.metric(), metric));
    return byMetric.equals(settings) ? this : new MetricDictionary(described, byMetric);
  }

  /** What a policy says otherwise, by metric. */
  public Collection<MetricSettings> settings() {
    return Collections.unmodifiableCollection(settings.values());
  }

  /**
   * What is known of a metric; for names that are not described a guess, never null. What a policy
   * says of a described metric holds for its parts too, unless it says something of the part.
   */
  public MetricInfo of(String metric) {
    MetricInfo own = described.get(metric);
    MetricInfo parent = own == null ? parentOf(metric) : null;
    MetricInfo info =
        own != null
            ? own
            : parent != null
                ? named(metric, parent)
                : new MetricInfo(metric, "", "", LINEAR, BOTH, 0, UNKNOWN_RELATIVE_FLOOR, true);
    MetricSettings said = settings.get(metric);
    if (said == null && parent != null) {
      said = settings.get(parent.metric());
    }
    return said == null ? info : said.applyTo(info);
  }

  /** Every described metric, by name. */
  public Collection<MetricInfo> all() {
    return Collections.unmodifiableCollection(described.values());
  }

  /** The described metric that this one is a part of, such as one mount point; else null. */
  private MetricInfo parentOf(String metric) {
    for (int dot = metric.lastIndexOf('.'); dot > 0; dot = metric.lastIndexOf('.', dot - 1)) {
      MetricInfo parent = described.get(metric.substring(0, dot));
      if (parent != null) {
        return parent;
      }
    }
    return null;
  }

  private static MetricInfo named(String metric, MetricInfo like) {
    return new MetricInfo(
        metric,
        like.unit(),
        like.family(),
        like.transform(),
        like.worse(),
        like.floor(),
        like.relativeFloor(),
        like.compared());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MetricDictionary that && settings.equals(that.settings);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }

  /** Writes what a policy says otherwise. */
  public void write(DataOutput out) throws IOException {
    out.writeShort(settings.size());
    for (MetricSettings metric : settings.values()) {
      metric.write(out);
    }
  }

  public static MetricDictionary read(DataInput in) throws IOException {
    List<MetricSettings> policy = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      policy.add(MetricSettings.read(in));
    }
    return STANDARD.with(policy);
  }

  private void load(String metric, double floorPerCore) {
    add(metric, "{thread}", "load", PER_CORE, UP, floorPerCore);
  }

  private void rate(String metric, String unit, String family, Worse worse, double floor) {
    add(metric, unit, family, LOG, worse, floor);
  }

  private void add(
      String metric, String unit, String family, Transform transform, Worse worse, double floor) {
    double relative = "1".equals(unit) ? 0 : RELATIVE_FLOOR;
    described.put(
        metric,
        new MetricInfo(
            metric,
            unit,
            family,
            transform,
            worse,
            floor,
            relative,
            !NOT_COMPARED.contains(metric)));
  }
}
