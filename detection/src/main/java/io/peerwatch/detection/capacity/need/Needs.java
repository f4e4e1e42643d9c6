package io.peerwatch.detection.capacity.need;

import io.peerwatch.detection.capacity.CapacityLimits;
import io.peerwatch.detection.capacity.CapacityResource;
import io.peerwatch.detection.capacity.Demand;
import io.peerwatch.detection.capacity.Need;
import io.peerwatch.detection.capacity.ResourceFigures;
import io.peerwatch.detection.capacity.Unknown;
import io.peerwatch.detection.capacity.peak.DemandHistory;
import io.peerwatch.detection.capacity.peak.RunningPeaks;
import io.peerwatch.detection.capacity.use.GroupUse;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How much of its hosts a group needs. What processors have to do is needed in cores: as many as
 * bring the tighter one of load and CPU to its target, so that neither hides the other.
 */
public final class Needs {
  private static final String[] OF_NOW = {"coresNeeded", "hostsNeeded", "hostsSpare"};
  private static final String[] OF_DAY = {
    "coresNeededDayPeak", "hostsNeededDayPeak", "hostsSpareDayPeak"
  };
  private static final String[] OF_WEEK = {
    "coresNeededWeekPeak", "hostsNeededWeekPeak", "hostsSpareWeekPeak"
  };

  private final GroupUse use;
  private final CapacityLimits limits;
  private final RunningPeaks peaks;

  public Needs(GroupUse use, CapacityLimits limits, RunningPeaks peaks) {
    this.use = use;
    this.limits = limits;
    this.peaks = peaks;
  }

  /** Works it out, and says why what is missing is missing. */
  public Demand demand(Unknown unknown) {
    ResourceFigures tightest = tightest();
    Need now = need(resource -> use.busy()[resource.ordinal()]);
    Need day = need(peaks::day);
    Need week = need(peaks::week);
    Integer survives = survivesLoss();
    explain(unknown, tightest, now, day, week, survives);
    return new Demand(
        tightest == null ? null : (Double) tightest.headroom(),
        tightest == null ? null : tightest.resource(),
        now,
        day,
        week,
        survives);
  }

  private ResourceFigures tightest() {
    ResourceFigures tightest = null;
    for (ResourceFigures figures : use.use()) {
      if (tightest == null || figures.headroom() < tightest.headroom()) {
        tightest = figures;
      }
    }
    return tightest;
  }

  private Need need(ToDoubleFunction<CapacityResource> busy) {
    double units = unitsNeeded(busy);
    if (Double.isNaN(units)) {
      return Need.UNKNOWN;
    }
    int hosts = inHosts(units / use.unitsPerHost());
    return new Need(
        use.inCores() ? (Double) units : null, hosts, (Integer) (use.size().hosts() - hosts));
  }

  /** Units that bring load and CPU to their targets; NaN when neither is known. */
  private double unitsNeeded(ToDoubleFunction<CapacityResource> busy) {
    double needed = Double.NaN;
    for (CapacityResource resource : CapacityResource.values()) {
      double units = busy.applyAsDouble(resource) / limits.targetOf(resource);
      if (resource.compute() && !Double.isNaN(units)) {
        needed = Double.isNaN(needed) ? units : Math.max(needed, units);
      }
    }
    return needed;
  }

  /**
   * One resource's demand as a ratio of what the group has now, like its mean use.
   *
   * @param busy as {@link GroupUse#busy} counts it; NaN gives NaN
   */
  public double ratio(CapacityResource resource, double busy) {
    if (!resource.spreads()) {
      return busy;
    }
    return busy / (resource.compute() ? use.units() : use.size().hosts());
  }

  private double hosts(CapacityResource resource, double busy) {
    return resource.compute() ? busy / use.unitsPerHost() : busy;
  }

  /** Of every resource that spreads, for what fails first is what fails. */
  private Integer survivesLoss() {
    int left = -1;
    boolean counted = false;
    for (CapacityResource resource : CapacityResource.values()) {
      double peak = peaks.highest(resource);
      if (resource.spreads() && !Double.isNaN(peak)) {
        left = Math.max(left, inHosts(hosts(resource, peak) / limits.ceilingOf(resource)));
        counted |= resource.compute();
      }
    }
    return counted ? (Integer) Math.max(0, use.size().hosts() - Math.max(1, left)) : null;
  }

  /** Rounded up, but for what floating point adds. */
  private static int inHosts(double hosts) {
    return (int) Math.ceil(hosts * (1 - 1e-6));
  }

  private void explain(
      Unknown unknown, ResourceFigures tightest, Need now, Need day, Need week, Integer survives) {
    unknown.ifMissing(tightest, noResource(), "headroom", "tightest");
    unknown.ifMissing(now.hosts(), noDemand(), OF_NOW);
    unknown.ifMissing(survives, noDemand(), "survivesLoss");
    unknown.ifMissing(day.hosts(), notYet("a day", DemandHistory.DAY_HOURS), OF_DAY);
    unknown.ifMissing(week.hosts(), notYet("a week", DemandHistory.WEEK_HOURS), OF_WEEK);
    if (!use.inCores()) {
      String cores = "fewer than half of the hosts tell their core count";
      unknown.because(cores, "coresNeeded", "coresNeededDayPeak", "coresNeededWeekPeak");
    }
  }

  private String noResource() {
    return use.size().hostsJudged() == 0
        ? "no judged host reported"
        : "none of load per core, CPU, memory, disk and network is told by half of the hosts";
  }

  private String noDemand() {
    if (2 * use.size().hostsJudged() < use.size().hosts()) {
      return String.format(
          Locale.ROOT,
          "only %d of %d hosts are judged",
          use.size().hostsJudged(),
          use.size().hosts());
    }
    return "neither load with core counts nor CPU is told by half of the hosts";
  }

  private String notYet(String time, int hours) {
    return peaks.hoursWatched() < hours
        ? "less than " + time + " is known"
        : "less than four fifths of the hours of " + time + " are known";
  }
}
