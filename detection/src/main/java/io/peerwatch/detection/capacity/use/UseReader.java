package io.peerwatch.detection.capacity.use;

import static io.peerwatch.detection.metric.MetricDictionary.CORES;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY_LIMIT;

import io.peerwatch.detection.capacity.CapacityResource;
import io.peerwatch.detection.capacity.CapacitySettings;
import io.peerwatch.detection.capacity.GroupSize;
import io.peerwatch.detection.capacity.ResourceFigures;
import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.Members;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads how busy a group was from one window. */
public final class UseReader {
  private final CapacitySettings settings;
  private final GroupWindow window;
  private final JudgedHosts hosts;
  private final double[] cores;

  /** Of every known host that tells it, sorted. */
  private final double[] knownCores;

  /** The work metric by judged host. */
  private final double[] work;

  private final boolean inCores;

  private UseReader(
      GroupWindow window, Set<String> suspects, CapacitySettings settings, Members members) {
    this.settings = settings;
    this.window = window;
    this.hosts = new JudgedHosts(window, suspects, members);
    this.cores = hosts.column(CORES);
    this.knownCores = hosts.known(CORES);
    this.work = hosts.column(workMetric());
    this.inCores = 2 * knownCores.length >= window.hosts().size();
  }

  /**
   * Reads one window.
   *
   * @param suspects of this window, whose values would blur the picture
   * @param settings those that hold for it
   * @param members tell the sizes of silent hosts
   */
  public static GroupUse read(
      GroupWindow window, Set<String> suspects, CapacitySettings settings, Members members) {
    return new UseReader(window, suspects, settings, members).use();
  }

  private GroupUse use() {
    int known = window.hosts().size();
    Double allCores = scaledUp(knownCores, known);
    var size =
        new GroupSize(
            known,
            hosts.count(),
            hosts.silent(),
            hosts.suspect(),
            hosts.leftOut(),
            allCores,
            scaledUp(hosts.known(MEMORY_LIMIT), known));
    double units = allCores == null ? known : allCores;
    double perHost = allCores == null ? 1 : HostValues.median(knownCores);
    List<ResourceFigures> use = new ArrayList<>();
    double[] busy = new double[CapacityResource.values().length];
    Arrays.fill(busy, Double.NaN);
    var columns = new ResourceColumns(hosts, cores);
    for (CapacityResource resource : CapacityResource.values()) {
      HostValues values = columns.of(resource);
      if (values != null && enough(values.told())) {
        ResourceFigures figures = figures(resource, values);
        use.add(figures);
        boolean described = 2 * values.told() >= known;
        busy[resource.ordinal()] = described ? busy(figures, units, known) : Double.NaN;
      }
    }
    return new GroupUse(
        size,
        perHost,
        units,
        allCores != null,
        List.copyOf(use),
        busy,
        new GroupUse.Unevenness(unevenness(columns), requestsUnevenness()),
        requests(columns),
        columns.writeShare());
  }

  private boolean enough(int told) {
    return told > 0 && 2 * told >= hosts.count();
  }

  private ResourceFigures figures(CapacityResource resource, HostValues values) {
    double[] sorted = values.sorted();
    double mean = values.mean();
    double target = settings.limits().targetOf(resource);
    return new ResourceFigures(
        resource,
        mean,
        HostValues.percentile95(sorted),
        sorted[sorted.length - 1],
        target,
        (target - mean) / target,
        null);
  }

  private static double busy(ResourceFigures figures, double units, int known) {
    if (!figures.resource().spreads()) {
      return figures.mean();
    }
    return figures.mean() * (figures.resource().compute() ? units : known);
  }

  private static double unevenness(ResourceColumns columns) {
    HostValues load = columns.of(CapacityResource.LOAD);
    HostValues told = load != null ? load : columns.of(CapacityResource.CPU);
    return told == null || told.told() < 2 ? Double.NaN : told.variation();
  }

  private String workMetric() {
    String named = settings.workMetric();
    return named == null ? MetricDictionary.standard().work().get(0) : named;
  }

  private double requestsUnevenness() {
    HostValues perUnit = new HostValues(inCores ? JudgedHosts.ratio(work, cores) : work, null);
    return perUnit.told() < 2 || !enough(perUnit.told()) ? Double.NaN : perUnit.variation();
  }

  private GroupUse.Requests requests(ResourceColumns columns) {
    HostValues requests = new HostValues(work, null);
    if (!enough(requests.told())) {
      return new GroupUse.Requests(Double.NaN, Double.NaN);
    }
    HostValues busy = columns.of(CapacityResource.LOAD);
    busy = busy != null ? busy : columns.of(CapacityResource.CPU);
    double sum = 0;
    double units = 0;
    int told = 0;
    for (int i = 0; busy != null && i < cores.length; i++) {
      double hostUnits = inCores ? cores[i] : 1;
      double together = requests.values()[i] + busy.values()[i] + hostUnits;
      if (!Double.isNaN(together)) {
        sum += requests.values()[i];
        units += hostUnits;
        told++;
      }
    }
    return new GroupUse.Requests(requests.mean(), enough(told) ? sum / units : Double.NaN);
  }

  /** Sum over those that tell, scaled to all known hosts; null when fewer than half tell. */
  private static Double scaledUp(double[] values, int known) {
    return values.length == 0 || 2 * values.length < known
        ? null
        : (Double) (Arrays.stream(values).sum() / values.length * known);
  }
}
