package io.peerwatch.detection.capacity;

import io.peerwatch.detection.window.GroupWindow;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the figures of one window together, with a reason for each that is not known. */
final class Assembly {

  /** A group this unevenly loaded has less room than its mean says. */
  private static final double UNEVEN = 0.5;

  /** Hosts are called spare only when even the peak of a week leaves this many times the target. */
  private static final double IDLE_FACTOR = 0.5;

  private final CapacitySettings settings;
  private final GroupWindow window;
  private final JudgedHosts hosts;
  private final List<ResourceFigures> use;
  private final Double cores;
  private final Double coresNeeded;
  private final double hostCores;
  private final DemandPeaks peaks;
  private final SortedMap<String, String> unknown = new TreeMap<>();

  Assembly(
      CapacitySettings settings,
      GroupWindow window,
      JudgedHosts hosts,
      List<ResourceFigures> use,
      Double cores,
      Double coresNeeded,
      double hostCores,
      DemandPeaks peaks) {
    this.settings = settings;
    this.window = window;
    this.hosts = hosts;
    this.use = use;
    this.cores = cores;
    this.coresNeeded = coresNeeded;
    this.hostCores = hostCores;
    this.peaks = peaks;
  }

  GroupCapacityFigures figures(Double memoryBytes, double[] requests, Double imbalance) {
    int known = window.hosts().size();
    ResourceFigures tightest = tightest();
    boolean load = !use.isEmpty() && use.get(0).resource() == CapacityResource.LOAD;
    Integer needed = inHosts(coresNeeded == null ? Double.NaN : coresNeeded);
    Integer dayPeak = inHosts(peaks.of(DemandPeaks.DAY_HOURS));
    Integer weekPeak = inHosts(peaks.of(DemandPeaks.WEEK_HOURS));
    Double perHost = requests.length == 0 ? null : (Double) JudgedHosts.mean(requests);
    Integer spare = needed == null ? null : (Integer) (known - needed);
    explain(memoryBytes, tightest, imbalance, load, dayPeak, weekPeak, perHost);
    Advice advice = advice(tightest, needed, weekPeak, imbalance, known);
    return new GroupCapacityFigures(
        window.group(),
        window.start(),
        window.end(),
        known,
        hosts.count(),
        hosts.leftOut(),
        cores,
        memoryBytes,
        List.copyOf(use),
        imbalance,
        load ? (Double) settings.limits().loadPerCore() : null,
        load ? (Double) settings.limits().ceiling() : null,
        tightest == null ? null : (Double) tightest.headroom(),
        tightest == null ? null : tightest.resource(),
        coresNeeded,
        needed,
        spare,
        dayPeak,
        weekPeak,
        survivesLoss(known, load),
        perHost == null ? null : (Double) (perHost * known),
        perHost == null ? null : (Double) (perHost * 60),
        advice.action(),
        advice.hosts(),
        advice.reason(),
        Collections.unmodifiableSortedMap(unknown));
  }

  private ResourceFigures tightest() {
    ResourceFigures tightest = null;
    for (ResourceFigures figures : use) {
      if (tightest == null || figures.headroom() < tightest.headroom()) {
        tightest = figures;
      }
    }
    return tightest;
  }

  private Integer inHosts(double neededCores) {
    return Double.isNaN(neededCores) || !(hostCores > 0)
        ? null
        : (Integer) (int) Math.ceil(neededCores / hostCores - 1e-9);
  }

  /** Hosts that may fail while the rest carries the known peak under the ceiling. */
  private Integer survivesLoss(int known, boolean load) {
    double peak = peaks.known();
    if (Double.isNaN(peak) || coresNeeded == null) {
      return null;
    }
    double target = use.get(0).target();
    double ceiling = load ? settings.limits().ceiling() : 1;
    Integer least = inHosts(peak * target / ceiling);
    return least == null ? null : (Integer) Math.max(0, known - least);
  }

  private void explain(
      Double memoryBytes,
      ResourceFigures tightest,
      Double imbalance,
      boolean load,
      Integer dayPeak,
      Integer weekPeak,
      Double perHost) {
    String silent = hosts.count() == 0 ? "no judged host reported" : null;
    why(cores == null, "cores", silent, "no host tells its core count");
    why(memoryBytes == null, "memoryBytes", silent, "no host tells its memory");
    why(imbalance == null, "imbalance", silent, "fewer than two hosts tell load per core or CPU");
    why(!load, "targetLoadPerCore", silent, "no load with core counts");
    why(!load, "ceilingLoadPerCore", silent, "no load with core counts");
    why(tightest == null, "headroom", silent, "no load per core, CPU, memory or disk is told");
    why(tightest == null, "tightest", silent, "no load per core, CPU, memory or disk is told");
    String demand = "no core counts, or neither load nor CPU";
    for (String field : List.of("coresNeeded", "hostsNeeded", "hostsSpare", "survivesLoss")) {
      why(coresNeeded == null, field, silent, demand);
    }
    why(dayPeak == null, "hostsNeededDayPeak", null, "less than a day is known");
    why(weekPeak == null, "hostsNeededWeekPeak", null, "less than a week is known");
    why(perHost == null, "requestRate", silent, "no work metric");
    why(perHost == null, "requestsPerMinutePerHost", silent, "no work metric");
  }

  private void why(boolean missing, String field, String silent, String reason) {
    if (missing) {
      unknown.put(field, silent != null ? silent : reason);
    }
  }

  private record Advice(CapacityAction action, Integer hosts, String reason) {}

  private Advice advice(
      ResourceFigures tightest, Integer needed, Integer weekPeak, Double imbalance, int known) {
    if (tightest == null) {
      unknown.put("action", "nothing tells how busy the group is");
      return new Advice(null, null, "");
    }
    boolean compute =
        tightest.resource() == CapacityResource.LOAD || tightest.resource() == CapacityResource.CPU;
    if (tightest.headroom() < 0 && compute && needed != null && needed > known) {
      String reason =
          text("%s is over its target: %d hosts are needed, %d are there", tightest, needed, known);
      return new Advice(CapacityAction.ADD_HOSTS, needed - known, reason);
    }
    if (tightest.headroom() < 0 && tightest.resource() == CapacityResource.MEMORY) {
      return new Advice(
          CapacityAction.ADD_MEMORY_OR_REPLICA, null, text("%s is over its limit", tightest));
    }
    if (imbalance != null && imbalance > UNEVEN) {
      return new Advice(
          CapacityAction.REBALANCE, null, "load is spread unevenly: some hosts carry far more");
    }
    if (weekPeak != null && weekPeak < known * IDLE_FACTOR && tightest.headroom() > IDLE_FACTOR) {
      String reason =
          text("%s: the peak of a week needs %d of %d hosts", tightest, weekPeak, known);
      return new Advice(CapacityAction.REMOVE_HOSTS, known - Math.max(1, weekPeak), reason);
    }
    String reason =
        tightest.headroom() < 0 ? "%s is over its limit: look why" : "%s is within its target";
    return new Advice(CapacityAction.NONE, null, text(reason, tightest));
  }

  private static String text(String format, ResourceFigures tightest, Object... rest) {
    Object[] all = new Object[rest.length + 1];
    all[0] = tightest.resource().name().toLowerCase(Locale.ROOT);
    System.arraycopy(rest, 0, all, 1, rest.length);
    return String.format(Locale.ROOT, format, all);
  }
}
