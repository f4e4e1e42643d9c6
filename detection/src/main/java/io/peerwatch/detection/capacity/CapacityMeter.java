package io.peerwatch.detection.capacity;

import static io.peerwatch.detection.metric.MetricDictionary.CORES;
import static io.peerwatch.detection.metric.MetricDictionary.CPU;
import static io.peerwatch.detection.metric.MetricDictionary.DISK_IO_TIME;
import static io.peerwatch.detection.metric.MetricDictionary.LOAD_1M;
import static io.peerwatch.detection.metric.MetricDictionary.LOAD_5M;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY_LIMIT;
import static io.peerwatch.detection.metric.MetricDictionary.REQUEST_RATE;

import io.peerwatch.detection.state.StateVersionException;
import io.peerwatch.detection.window.GroupWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Says from each window how much room a group has.
 *
 * <p>Demand is the mean over the judged hosts of load per core (where no load is told: of CPU use),
 * times the cores of all known hosts: a host that is silent or suspect still has its share of the
 * work to carry. What carries it is counted in cores, and in hosts of the group's median size.
 */
public final class CapacityMeter {

  private static final byte VERSION = 1;

  private final DemandPeaks peaks;

  public CapacityMeter() {
    this(new DemandPeaks());
  }

  private CapacityMeter(DemandPeaks peaks) {
    this.peaks = peaks;
  }

  /**
   * Measures one window and remembers its demand.
   *
   * @param leftOut suspects of this window, whose values would blur the picture
   * @param settings those that hold for this window
   */
  public GroupCapacityFigures measure(
      GroupWindow window, Set<String> leftOut, CapacitySettings settings) {
    JudgedHosts hosts = new JudgedHosts(window, leftOut);
    int known = window.hosts().size();
    List<ResourceFigures> use = use(hosts, settings.limits());
    Double cores = scaledUp(hosts.known(CORES), known);
    Double busy = busyPerCore(use);
    Double coresNeeded = null;
    if (cores != null && busy != null) {
      coresNeeded = busy * cores / carried(use);
      peaks.add(window.start(), coresNeeded);
    }
    double hostCores = cores == null ? Double.NaN : JudgedHosts.median(hosts.known(CORES));
    return new Assembly(settings, window, hosts, use, cores, coresNeeded, hostCores, peaks)
        .figures(
            scaledUp(hosts.known(MEMORY_LIMIT), known),
            hosts.values(REQUEST_RATE),
            imbalance(hosts));
  }

  private static List<ResourceFigures> use(JudgedHosts hosts, CapacityLimits limits) {
    List<ResourceFigures> use = new ArrayList<>();
    double[] load = loadPerCore(hosts);
    addUse(use, limits, CapacityResource.LOAD, load);
    addUse(use, limits, CapacityResource.CPU, hosts.values(CPU));
    addUse(use, limits, CapacityResource.MEMORY, hosts.values(MEMORY));
    addUse(use, limits, CapacityResource.DISK, hosts.values(DISK_IO_TIME));
    return use;
  }

  private static void addUse(
      List<ResourceFigures> use,
      CapacityLimits limits,
      CapacityResource resource,
      double[] sorted) {
    if (sorted.length == 0) {
      return;
    }
    double mean = JudgedHosts.mean(sorted);
    double target = limits.targetOf(resource);
    use.add(
        new ResourceFigures(
            resource,
            mean,
            JudgedHosts.percentile95(sorted),
            sorted[sorted.length - 1],
            target,
            (target - mean) / target));
  }

  private static double[] loadPerCore(JudgedHosts hosts) {
    double[] load = hosts.ratios(LOAD_1M, CORES);
    return load.length > 0 ? load : hosts.ratios(LOAD_5M, CORES);
  }

  private static Double imbalance(JudgedHosts hosts) {
    double[] load = loadPerCore(hosts);
    double[] values = load.length > 0 ? load : hosts.values(CPU);
    return values.length < 2 ? null : (Double) JudgedHosts.variation(values);
  }

  /** Sum over those that tell, scaled to all known hosts; null when none tells. */
  private static Double scaledUp(double[] values, int known) {
    return values.length == 0 ? null : (Double) (JudgedHosts.mean(values) * known);
  }

  private static Double busyPerCore(List<ResourceFigures> use) {
    return use.isEmpty() || !countsCores(use.get(0)) ? null : (Double) use.get(0).mean();
  }

  private static double carried(List<ResourceFigures> use) {
    return use.get(0).target();
  }

  private static boolean countsCores(ResourceFigures figures) {
    return figures.resource() == CapacityResource.LOAD
        || figures.resource() == CapacityResource.CPU;
  }

  /** Writes what is remembered; {@link #read} goes on from there as if nothing had happened. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    peaks.write(out);
  }

  public static CapacityMeter read(DataInput in) throws IOException {
    StateVersionException.requireKnown("the memory of capacity", in.readByte(), VERSION);
    return new CapacityMeter(DemandPeaks.read(in));
  }
}
