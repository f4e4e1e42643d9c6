package io.peerwatch.detection.policy;

import io.peerwatch.detection.state.StateVersionException;
import io.peerwatch.detection.window.WindowPlan;
import io.peerwatch.detection.window.WindowSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * By what settings each window of one group is made and judged: from the first that starts at or
 * after a policy's {@code validFrom} by the new ones. A window that began before stays whole, and
 * where lengths don't fit together the old ones go on until a new one can start.
 *
 * <p>It follows from the policies alone, whenever they become known, as long as that is before the
 * group has begun a window that they are about. A policy that comes later holds from the first
 * window that has not begun: what began is not made anew.
 */
public final class SettingsPlan {

  private static final byte VERSION = 2;
  private static final byte VERSION_BEFORE_DECIDED = 1;
  private static final long NEVER = Long.MIN_VALUE;
  private static final long DAY_MILLIS = 86_400_000L;

  private final TreeMap<Long, GroupSettings> periods;
  private final WindowPlan windows;

  /**
   * Windows up to there had begun when it was last changed: the group's time may seem to go back.
   */
  private final long decidedThrough;

  private SettingsPlan(TreeMap<Long, GroupSettings> periods, long decidedThrough) {
    this.periods = periods;
    this.decidedThrough = decidedThrough;
    TreeMap<Long, WindowSettings> ofWindows = new TreeMap<>();
    periods.forEach((from, settings) -> ofWindows.put(from, settings.window()));
    this.windows = WindowPlan.of(ofWindows);
  }

  /** One period without end. */
  public static SettingsPlan always(GroupSettings settings) {
    return new SettingsPlan(new TreeMap<>(Map.of(WindowPlan.ALWAYS, settings)), NEVER);
  }

  /**
   * The plan of a group of which no window has begun.
   *
   * @param firstAt about when it is first heard; policies are looked at from the day before on
   */
  public static SettingsPlan of(
      PolicyBook book, GroupSettings defaults, String group, long firstAt) {
    long from = (Math.floorDiv(firstAt, DAY_MILLIS) - 1) * DAY_MILLIS;
    TreeMap<Long, GroupSettings> planned = new TreeMap<>();
    planned.put(WindowPlan.ALWAYS, settingsAt(book, defaults, group, from));
    return new SettingsPlan(planned(planned, book, defaults, group, from), NEVER);
  }

  /**
   * What is planned once the policies or the defaults have changed.
   *
   * @param begunThrough windows up to there have begun, and stay
   * @return this one where nothing changes, so that asking again, as after a restart, decides
   *     nothing
   */
  public SettingsPlan replanned(
      PolicyBook book, GroupSettings defaults, String group, long begunThrough) {
    long begun = Math.max(begunThrough, decidedThrough);
    TreeMap<Long, GroupSettings> planned = new TreeMap<>(periods.headMap(begun, false));
    change(planned, begun, settingsAt(book, defaults, group, begun));
    planned(planned, book, defaults, group, begun);
    return planned.equals(periods) ? this : new SettingsPlan(planned, begun);
  }

  private static TreeMap<Long, GroupSettings> planned(
      TreeMap<Long, GroupSettings> planned,
      PolicyBook book,
      GroupSettings defaults,
      String group,
      long after) {
    for (long time : book.changesOf(group).tailSet(after + 1)) {
      change(planned, time, settingsAt(book, defaults, group, time));
    }
    return planned;
  }

  private static GroupSettings settingsAt(
      PolicyBook book, GroupSettings defaults, String group, long time) {
    return defaults.with(book.policyOf(group, time));
  }

  private static void change(TreeMap<Long, GroupSettings> planned, long time, GroupSettings next) {
    GroupSettings last = planned.lastEntry().getValue();
    if (next.equals(last)) {
      return;
    }
    long ended = startFrom(Math.max(time, planned.lastKey()), last.window().windowMillis());
    long start = startFrom(ended, next.window().windowMillis());
    planned.put(start, next);
    Map.Entry<Long, GroupSettings> before = planned.lowerEntry(start);
    if (before != null && before.getValue().equals(next)) {
      planned.remove(start);
    }
  }

  /** Start of the first window of that length that starts at or after the time. */
  private static long startFrom(long time, long windowMillis) {
    return -Math.floorDiv(-time, windowMillis) * windowMillis;
  }

  /** The settings of a window that starts then. */
  public GroupSettings at(long windowStart) {
    return periods.floorEntry(windowStart).getValue();
  }

  public WindowPlan windows() {
    return windows;
  }

  /** The same without periods that ended before that time. */
  public SettingsPlan since(long time) {
    TreeMap<Long, GroupSettings> rest = new TreeMap<>(periods.tailMap(time, false));
    rest.put(WindowPlan.ALWAYS, at(time));
    return rest.size() == periods.size() ? this : new SettingsPlan(rest, decidedThrough);
  }

  /** Writes all of it; {@link #read} makes the same of it. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(decidedThrough);
    out.writeShort(periods.size());
    for (Map.Entry<Long, GroupSettings> period : periods.entrySet()) {
      out.writeLong(period.getKey());
      period.getValue().write(out);
    }
  }

  public static SettingsPlan read(DataInput in) throws IOException {
    int version =
        StateVersionException.requireKnown(
            "a group's plan", in.readByte(), VERSION_BEFORE_DECIDED, VERSION);
    long decidedThrough = version > VERSION_BEFORE_DECIDED ? in.readLong() : NEVER;
    TreeMap<Long, GroupSettings> periods = new TreeMap<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      periods.put(in.readLong(), GroupSettings.read(in));
    }
    return new SettingsPlan(periods, decidedThrough);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SettingsPlan that && periods.equals(that.periods);
  }

  @Override
  public int hashCode() {
    return periods.hashCode();
  }
}
