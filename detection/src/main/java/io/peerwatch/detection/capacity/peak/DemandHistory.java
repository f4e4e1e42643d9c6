package io.peerwatch.detection.capacity.peak;

import io.peerwatch.detection.capacity.CapacityResource;
import io.peerwatch.detection.state.StateVersionException;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The highest demand of every hour that is over: of LOAD and CPU for the last 56 days, of the other
 * resources for the last 7. It is needed once an hour, and takes 12.8 kB.
 */
public final class DemandHistory {
  public static final int DAY_HOURS = 24;
  public static final int WEEK_HOURS = 168;
  public static final int HOURS_MAX = 8 * WEEK_HOURS;
  public static final long HOUR_MILLIS = 3_600_000L;

  private static final byte VERSION = 1;
  private static final long NEVER = Long.MIN_VALUE;

  private final HourRing[] rings = new HourRing[CapacityResource.values().length];
  private long firstHour = NEVER;
  private long lastHour = NEVER;

  public DemandHistory() {
    for (CapacityResource resource : CapacityResource.values()) {
      rings[resource.ordinal()] = new HourRing(resource.compute() ? HOURS_MAX : WEEK_HOURS);
    }
  }

  /** The hour, counted from the epoch, that an instant lies in. */
  public static long hourOf(long millis) {
    return Math.floorDiv(millis, HOUR_MILLIS);
  }

  /** First hour of which anything was heard, counted from the epoch; only unless empty. */
  public long firstHour() {
    return firstHour;
  }

  /** Last hour of which anything was heard. */
  public long lastHour() {
    return lastHour;
  }

  public boolean isEmpty() {
    return firstHour == NEVER;
  }

  /**
   * Takes the peaks of an hour that is over, later than those before.
   *
   * @param peaks by the resource's ordinal; NaN where not known
   */
  public void add(long hour, double[] peaks) {
    if (isEmpty()) {
      firstHour = hour;
      lastHour = hour - 1;
    }
    for (int r = 0; r < rings.length; r++) {
      long from = Math.max(lastHour + 1, hour - rings[r].hours() + 1);
      for (long missed = from; missed < hour; missed++) {
        rings[r].set(missed, Double.NaN);
      }
      rings[r].set(hour, peaks[r]);
    }
    lastHour = hour;
  }

  /** The peak of one hour; NaN when nothing was heard of it, or it is too long ago. */
  public double of(CapacityResource resource, long hour) {
    HourRing ring = rings[resource.ordinal()];
    boolean kept = !isEmpty() && hour <= lastHour && hour > lastHour - ring.hours();
    return kept && hour >= firstHour ? ring.of(hour) : Double.NaN;
  }

  /** What the hours before this one say of a day and of a week. */
  public Peaks before(long hour) {
    double[] day = new double[rings.length];
    double[] week = new double[rings.length];
    int[] dayHours = new int[rings.length];
    int[] weekHours = new int[rings.length];
    for (CapacityResource resource : CapacityResource.values()) {
      int r = resource.ordinal();
      dayHours[r] = known(resource, hour, DAY_HOURS);
      weekHours[r] = known(resource, hour, WEEK_HOURS);
      day[r] = highest(resource, hour, DAY_HOURS);
      week[r] = highest(resource, hour, WEEK_HOURS);
    }
    return new Peaks(isEmpty() ? hour : firstHour, day, week, dayHours, weekHours);
  }

  private int known(CapacityResource resource, long hour, int hours) {
    int known = 0;
    for (long h = hour - hours + 1; h < hour; h++) {
      known += Double.isNaN(of(resource, h)) ? 0 : 1;
    }
    return known;
  }

  private double highest(CapacityResource resource, long hour, int hours) {
    double highest = Double.NaN;
    for (long h = hour - hours + 1; h < hour; h++) {
      double peak = of(resource, h);
      highest = Double.isNaN(highest) || peak > highest ? peak : highest;
    }
    return highest;
  }

  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(firstHour);
    out.writeLong(lastHour);
    for (HourRing ring : rings) {
      ring.write(out);
    }
  }

  public static DemandHistory read(DataInput in) throws IOException {
    StateVersionException.requireKnown("the history of demand", in.readByte(), VERSION);
    DemandHistory history = new DemandHistory();
    history.firstHour = in.readLong();
    history.lastHour = in.readLong();
    for (HourRing ring : history.rings) {
      ring.read(in);
    }
    return history;
  }

  /** Bytes that it takes in a store. */
  public static int bytes() {
    int hours = Arrays.stream(new DemandHistory().rings).mapToInt(HourRing::hours).sum();
    return 1 + 2 * Long.BYTES + hours * Float.BYTES;
  }
}
