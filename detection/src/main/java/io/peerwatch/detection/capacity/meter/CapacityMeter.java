package io.peerwatch.detection.capacity.meter;

import io.peerwatch.detection.capacity.Advice;
import io.peerwatch.detection.capacity.CapacityResource;
import io.peerwatch.detection.capacity.CapacitySettings;
import io.peerwatch.detection.capacity.Demand;
import io.peerwatch.detection.capacity.GroupCapacityFigures;
import io.peerwatch.detection.capacity.ResourceFigures;
import io.peerwatch.detection.capacity.Trend;
import io.peerwatch.detection.capacity.Unknown;
import io.peerwatch.detection.capacity.Work;
import io.peerwatch.detection.capacity.advice.AdviceMemory;
import io.peerwatch.detection.capacity.advice.Pressure;
import io.peerwatch.detection.capacity.advice.Situation;
import io.peerwatch.detection.capacity.fit.ServerCapacity;
import io.peerwatch.detection.capacity.fit.WorkHistory;
import io.peerwatch.detection.capacity.forecast.Outlook;
import io.peerwatch.detection.capacity.need.Needs;
import io.peerwatch.detection.capacity.peak.DemandHistory;
import io.peerwatch.detection.capacity.peak.RunningPeaks;
import io.peerwatch.detection.capacity.use.GroupUse;
import io.peerwatch.detection.capacity.use.UseReader;
import io.peerwatch.detection.state.StateVersionException;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.Members;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Says from each window how much room a group has.
 *
 * <p>What every window changes is kept here; what an hour changes is in a {@link DemandHistory},
 * which is larger and is asked for when an hour is over.
 */
public final class CapacityMeter {
  private static final byte VERSION = 2;

  private RunningPeaks peaks;
  private AdviceMemory advice = new AdviceMemory();
  private WorkHistory worked = new WorkHistory();
  private ServerCapacity server = ServerCapacity.UNKNOWN;
  private Outlook outlook = Outlook.UNKNOWN;
  private boolean inCores;
  private double units;

  /**
   * Measures one window and remembers what it tells.
   *
   * @param suspects of this window, whose values would blur the picture
   * @param settings those that hold for this window
   * @param members tell the sizes of silent hosts
   * @param kept where the group's history is kept
   */
  public GroupCapacityFigures measure(
      GroupWindow window,
      Set<String> suspects,
      CapacitySettings settings,
      Members members,
      KeptHistory kept) {
    long hour = DemandHistory.hourOf(window.start());
    GroupUse use = inOneUnit(UseReader.read(window, suspects, settings, members), hour, kept);
    closeHours(hour, use, settings, kept);
    peaks.add(use.busy());
    work(use, settings);
    Unknown unknown = new Unknown();
    Needs needs = new Needs(use, settings.limits(), peaks);
    Demand demand = needs.demand(unknown);
    Work work = served(use, unknown);
    Trend trend = outlook.trend();
    outlook.explain(unknown);
    Advice advised = advice(window, use, needs, settings, trend);
    new Explanations(use).of(advised, unknown);
    return new GroupCapacityFigures(
        window.group(),
        window.start(),
        window.end(),
        settings,
        use.size(),
        withPeaks(use, needs),
        orNull(use.unevenness().load()),
        demand,
        work,
        trend,
        advised,
        unknown.reasons());
  }

  /** Once core counts were told, work is counted in cores; a window that tells none says less. */
  private GroupUse inOneUnit(GroupUse use, long hour, KeptHistory kept) {
    if (peaks == null || use.inCores() && !inCores) {
      inCores = use.inCores();
      peaks = new RunningPeaks(hour);
      worked = new WorkHistory();
      kept.save(new DemandHistory());
    }
    return inCores && !use.inCores() ? use.withoutCompute() : use;
  }

  private void closeHours(long hour, GroupUse use, CapacitySettings settings, KeptHistory kept) {
    if (peaks.over(hour)) {
      worked.forget(peaks.hoursUntil(hour));
      server = ServerCapacity.of(worked, settings.limits(), inCores ? use.unitsPerHost() : 1);
      DemandHistory history = kept.load();
      peaks.closeHour(history, hour);
      outlook = Outlook.of(history, settings.timeZone(), settings.limits(), units(use));
      kept.save(history);
    }
  }

  /** Windows whose core counts are missing say nothing of what a core does. */
  private void work(GroupUse use, CapacitySettings settings) {
    if (use.inCores() == inCores) {
      worked.add(
          use.requests().perSecondAndUnit(),
          mean(use, CapacityResource.LOAD),
          mean(use, CapacityResource.CPU),
          settings.limits().ceiling());
    }
  }

  /** What the group has now; as before where this window does not tell. */
  private double units(GroupUse use) {
    units = use.inCores() == inCores ? use.units() : units;
    return units;
  }

  private static double mean(GroupUse use, CapacityResource resource) {
    ResourceFigures figures = use.of(resource);
    return figures == null ? Double.NaN : figures.mean();
  }

  private Work served(GroupUse use, Unknown unknown) {
    double perHost = use.requests().perSecondAndHost();
    unknown.ifMissing(
        orNull(perHost),
        "the work metric is not told by half of the hosts",
        "requestRate",
        "requestsPerMinutePerHost");
    server.explain(unknown);
    return new Work(
        orNull(perHost * use.size().hosts()),
        orNull(perHost * 60),
        orNull(server.target()),
        orNull(server.targetError()),
        orNull(server.ceiling()),
        orNull(server.ceilingError()),
        orNull(server.saturated()));
  }

  private Advice advice(
      GroupWindow window, GroupUse use, Needs needs, CapacitySettings settings, Trend trend) {
    List<Pressure> pressures = new ArrayList<>();
    for (ResourceFigures figures : use.use()) {
      CapacityResource resource = figures.resource();
      pressures.add(
          new Pressure(
              resource,
              figures.mean() / figures.target(),
              figures.p95() / figures.target(),
              needs.ratio(resource, peaks.day(resource)) / figures.target(),
              needs.ratio(resource, peaks.week(resource)) / figures.target()));
    }
    return pressures.isEmpty()
        ? Advice.UNKNOWN
        : advice.advise(
            new Situation(
                settings,
                use.size().hosts(),
                List.copyOf(pressures),
                use.unevenness(),
                use.writeShare(),
                trend),
            window.start(),
            window.end());
  }

  /** The day's peaks as ratios of what the group has now. */
  private List<ResourceFigures> withPeaks(GroupUse use, Needs needs) {
    List<ResourceFigures> with = new ArrayList<>();
    for (ResourceFigures figures : use.use()) {
      CapacityResource resource = figures.resource();
      double peak = needs.ratio(resource, peaks.day(resource));
      with.add(figures.withDayPeak(orNull(peak)));
    }
    return List.copyOf(with);
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : (Double) value;
  }

  /** Writes what is remembered; {@link #read} goes on from there as if nothing had happened. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeBoolean(peaks != null);
    if (peaks != null) {
      out.writeBoolean(inCores);
      peaks.write(out);
      advice.write(out);
      worked.write(out);
      server.write(out);
      outlook.write(out);
      out.writeDouble(units);
    }
  }

  public static CapacityMeter read(DataInput in) throws IOException {
    CapacityMeter meter = new CapacityMeter();
    int version =
        StateVersionException.requireKnown("the memory of capacity", in.readByte(), VERSION);
    if (version < VERSION || !in.readBoolean()) {
      return meter; // the first layout held a week of peaks in another unit: watched anew
    }
    meter.inCores = in.readBoolean();
    meter.peaks = RunningPeaks.read(in);
    meter.advice = AdviceMemory.read(in);
    meter.worked = WorkHistory.read(in);
    meter.server = ServerCapacity.read(in);
    meter.outlook = Outlook.read(in);
    meter.units = in.readDouble();
    return meter;
  }
}
