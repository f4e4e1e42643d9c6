package io.peerwatch.detection.capacity.forecast;

import io.peerwatch.detection.capacity.CapacityLimits;
import io.peerwatch.detection.capacity.CapacityResource;
import io.peerwatch.detection.capacity.Trend;
import io.peerwatch.detection.capacity.Trend.Reach;
import io.peerwatch.detection.capacity.Unknown;
import io.peerwatch.detection.capacity.peak.DemandHistory;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Where a group's daily peak is going, as worked out when an hour was over.
 *
 * @param whyTrend why there is none; empty when there is one, as the others are
 */
public record Outlook(Trend trend, String whyTrend, String whyTarget, String whyCeiling) {
  private static final double BELIEVABLE = 0.8;
  private static final long CARRIES = 3; // times the days known, into the future
  private static final String TOO_EARLY = "less than an hour is known";

  public static final Outlook UNKNOWN = new Outlook(Trend.UNKNOWN, TOO_EARLY, TOO_EARLY, TOO_EARLY);

  /**
   * Looks ahead.
   *
   * @param units that the group has now, as demand is counted
   */
  public static Outlook of(
      DemandHistory history, ZoneId zone, CapacityLimits limits, double units) {
    Outlook soonest = null;
    for (CapacityResource resource : List.of(CapacityResource.LOAD, CapacityResource.CPU)) {
      HourSeries series = new ResourceHours(history, resource);
      PeakForecast forecast = PeakForecast.of(series, zone);
      if (forecast != null) {
        Outlook outlook = of(forecast, resource, limits, units);
        soonest = soonest == null || outlook.sooner(soonest) ? outlook : soonest;
      }
    }
    if (soonest != null) {
      return soonest;
    }
    String why = PeakForecast.whyNot(new ResourceHours(history, CapacityResource.LOAD), zone);
    return new Outlook(Trend.UNKNOWN, why, why, why);
  }

  private boolean sooner(Outlook other) {
    Long at = trend.target().at();
    Long before = other.trend.target().at();
    return at != null && (before == null || at < before);
  }

  private static Outlook of(
      PeakForecast forecast, CapacityResource resource, CapacityLimits limits, double units) {
    Crossing target = Crossing.of(forecast, limits.targetOf(resource) * units);
    Crossing ceiling = Crossing.of(forecast, limits.ceilingOf(resource) * units);
    return new Outlook(
        new Trend(
            forecast.perDay() / units, forecast.confidence(), target.reach(), ceiling.reach()),
        "",
        target.why(),
        ceiling.why());
  }

  /** When a level is crossed, or why that is not known. */
  private record Crossing(Reach reach, String why) {

    static Crossing of(PeakForecast forecast, double level) {
      long from = forecast.lastDay() + 1;
      long until = from + CARRIES * forecast.daysKnown();
      Long at = null;
      Long earliest = null;
      Long latest = null;
      for (long day = from; day < until && latest == null; day++) {
        long peak = forecast.peakAt(day);
        earliest = earliest == null && forecast.highOf(day) >= level ? (Long) peak : earliest;
        at = at == null && forecast.peakOf(day) >= level ? (Long) peak : at;
        latest = at != null && forecast.lowOf(day) >= level ? (Long) peak : null;
      }
      if (at == null) {
        return new Crossing(Reach.UNKNOWN, why(forecast));
      }
      return new Crossing(new Reach(at, earliest, latest), "");
    }

    private static String why(PeakForecast forecast) {
      if (forecast.confidence() < BELIEVABLE) {
        return String.format(
            Locale.ROOT,
            "the daily peak is below it, and no trend stands out of chance (confidence %.2f)",
            forecast.confidence());
      }
      return forecast.perDay() <= 0
          ? "the daily peak is below it, and falls"
          : String.format(
              Locale.ROOT,
              "not within %d days at this trend, as far as %d days known carry it",
              CARRIES * forecast.daysKnown(),
              forecast.daysKnown());
    }
  }

  private record ResourceHours(DemandHistory history, CapacityResource resource)
      implements HourSeries {
    @Override
    public long firstHour() {
      return Math.max(history.firstHour(), history.lastHour() - DemandHistory.HOURS_MAX + 1);
    }

    @Override
    public long lastHour() {
      return history.lastHour();
    }

    @Override
    public double of(long hour) {
      return history.of(resource, hour);
    }
  }

  /** Says why figures are missing. */
  public void explain(Unknown unknown) {
    unknown.ifMissing(trend.perDay(), whyTrend, "trendPerDay", "confidence");
    reach(unknown, trend.target(), whyTarget, "reachesTarget");
    reach(unknown, trend.ceiling(), whyCeiling, "reachesCeiling");
  }

  private static void reach(Unknown unknown, Reach reach, String why, String field) {
    unknown.ifMissing(reach.at(), why, field + "At", field + "EarliestAt", field + "LatestAt");
    unknown.ifMissing(
        reach.latest(), "by the lower end of the interval, not at all", field + "LatestAt");
  }

  public void write(DataOutput out) throws IOException {
    out.writeDouble(trend.perDay() == null ? Double.NaN : trend.perDay());
    out.writeDouble(trend.confidence() == null ? Double.NaN : trend.confidence());
    for (Reach reach : List.of(trend.target(), trend.ceiling())) {
      writeTime(out, reach.at());
      writeTime(out, reach.earliest());
      writeTime(out, reach.latest());
    }
    out.writeUTF(whyTrend);
    out.writeUTF(whyTarget);
    out.writeUTF(whyCeiling);
  }

  public static Outlook read(DataInput in) throws IOException {
    double perDay = in.readDouble();
    double confidence = in.readDouble();
    Reach target = new Reach(readTime(in), readTime(in), readTime(in));
    Reach ceiling = new Reach(readTime(in), readTime(in), readTime(in));
    Trend trend =
        Double.isNaN(perDay) ? Trend.UNKNOWN : new Trend(perDay, confidence, target, ceiling);
    return new Outlook(trend, in.readUTF(), in.readUTF(), in.readUTF());
  }

  private static void writeTime(DataOutput out, Long time) throws IOException {
    out.writeLong(time == null ? Long.MIN_VALUE : time);
  }

  private static Long readTime(DataInput in) throws IOException {
    long time = in.readLong();
    return time == Long.MIN_VALUE ? null : (Long) time;
  }
}
