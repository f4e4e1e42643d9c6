package io.peerwatch.detection.capacity.peak;

import io.peerwatch.detection.capacity.CapacityResource;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The highest demand of the last day and the last week, the present hour included. A day, or a
 * week, is known once it has passed and four fifths of its hours were heard.
 */
public final class RunningPeaks {
  private static final double HEARD_MIN = 0.8;

  private final double[] present = new double[CapacityResource.values().length];
  private long hour;
  private Peaks before;

  /** Starts with nothing known, at an hour. */
  public RunningPeaks(long hour) {
    this.hour = hour;
    this.before = new DemandHistory().before(hour);
    Arrays.fill(present, Double.NaN);
  }

  /** Whether a window belongs to a later hour, so that {@link #closeHour} is due first. */
  public boolean over(long windowHour) {
    return windowHour > hour;
  }

  /** How many hours a later one is away. */
  public long hoursUntil(long later) {
    return later - hour;
  }

  /** Puts the hour that is over into the history, and looks back from a later one. */
  public void closeHour(DemandHistory history, long nextHour) {
    history.add(hour, present);
    hour = nextHour;
    before = history.before(nextHour);
    Arrays.fill(present, Double.NaN);
  }

  /** Takes the demand of a window in the present hour; NaN where it is not known. */
  public void add(double[] busy) {
    for (int r = 0; r < present.length; r++) {
      present[r] = larger(present[r], busy[r]);
    }
  }

  /** The highest of the last 24 h; NaN before a day is known. */
  public double day(CapacityResource resource) {
    int r = resource.ordinal();
    return known(DemandHistory.DAY_HOURS, before.dayHours()[r], r)
        ? larger(before.day()[r], present[r])
        : Double.NaN;
  }

  /** The highest of the last 7 d; NaN before a week is known. */
  public double week(CapacityResource resource) {
    int r = resource.ordinal();
    return known(DemandHistory.WEEK_HOURS, before.weekHours()[r], r)
        ? larger(before.week()[r], present[r])
        : Double.NaN;
  }

  /** The highest that is known of the last 7 d, however short it was watched. */
  public double highest(CapacityResource resource) {
    return larger(before.week()[resource.ordinal()], present[resource.ordinal()]);
  }

  /** Hours since the group was first heard, the present one included. */
  public long hoursWatched() {
    return hour - before.firstHour() + 1;
  }

  private boolean known(int hours, int heard, int resource) {
    int withPresent = heard + (Double.isNaN(present[resource]) ? 0 : 1);
    return hoursWatched() >= hours && withPresent >= HEARD_MIN * hours;
  }

  private static double larger(double one, double other) {
    return Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.max(one, other);
  }

  public void write(DataOutput out) throws IOException {
    out.writeLong(hour);
    for (double peak : present) {
      out.writeDouble(peak);
    }
    before.write(out);
  }

  public static RunningPeaks read(DataInput in) throws IOException {
    RunningPeaks read = new RunningPeaks(in.readLong());
    for (int r = 0; r < read.present.length; r++) {
      read.present[r] = in.readDouble();
    }
    read.before = Peaks.read(in);
    return read;
  }
}
