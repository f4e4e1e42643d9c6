package io.peerwatch.detection.capacity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The highest demand of each of the last 168 hours, in units of a whole group at the target (1 is:
 * exactly as many cores as it has). Hours of which nothing was heard are NaN.
 */
final class DemandPeaks {

  static final int DAY_HOURS = 24;
  static final int WEEK_HOURS = 168;
  private static final long HOUR_MILLIS = 3_600_000L;

  private final double[] peaks = new double[WEEK_HOURS];
  private long firstHour = -1;
  private long lastHour = -1;

  DemandPeaks() {
    Arrays.fill(peaks, Double.NaN);
  }

  void add(long windowStart, double coresNeeded) {
    long hour = Math.floorDiv(windowStart, HOUR_MILLIS);
    if (firstHour < 0) {
      firstHour = hour;
      lastHour = hour - 1;
    }
    for (long h = Math.max(lastHour + 1, hour - WEEK_HOURS + 1); h <= hour; h++) {
      peaks[slot(h)] = Double.NaN;
    }
    lastHour = Math.max(lastHour, hour);
    double known = peaks[slot(hour)];
    peaks[slot(hour)] = Double.isNaN(known) ? coresNeeded : Math.max(known, coresNeeded);
  }

  /** The peak of the last hours, or NaN before that many are known. */
  double of(int hours) {
    if (lastHour - firstHour + 1 < hours) {
      return Double.NaN;
    }
    return highest(hours);
  }

  /** The highest demand known within the last week; NaN when none is. */
  double known() {
    return highest(WEEK_HOURS);
  }

  private double highest(int hours) {
    double highest = Double.NaN;
    for (long hour = lastHour - hours + 1; hour <= lastHour; hour++) {
      double peak = hour < firstHour ? Double.NaN : peaks[slot(hour)];
      highest =
          Double.isNaN(highest) ? peak : Double.isNaN(peak) ? highest : Math.max(highest, peak);
    }
    return highest;
  }

  private static int slot(long hour) {
    return (int) Math.floorMod(hour, (long) WEEK_HOURS);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(firstHour);
    out.writeLong(lastHour);
    for (double peak : peaks) {
      out.writeDouble(peak);
    }
  }

  static DemandPeaks read(DataInput in) throws IOException {
    DemandPeaks read = new DemandPeaks();
    read.firstHour = in.readLong();
    read.lastHour = in.readLong();
    for (int i = 0; i < WEEK_HOURS; i++) {
      read.peaks[i] = in.readDouble();
    }
    return read;
  }
}
