package io.peerwatch.detection.window;

import io.peerwatch.detection.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is known of one host's sending: its open windows, how often it sends, when it was last
 * heard.
 *
 * <p>A host <em>has reported</em> a window when nothing more of it can be expected: its latest
 * timestamp is past the window's end by the grace, or the shortest of its gaps would carry it past
 * the end and no instant is missing before (a missing one may still be on its way).
 */
final class HostGathering {
  static final long NEVER = Long.MIN_VALUE;

  /** A distance of more than this many intervals has a sample missing in it. */
  private static final double HOLE_INTERVALS = 1.5;

  final String host;
  long latest = NEVER;

  /** Its very first instant: windows that ended before say nothing of this host. */
  long firstAt = Long.MAX_VALUE;

  /** The group's latest close when this host was last heard: event time, the group's own. */
  long seenAt = NEVER;

  long heardInEpoch = -1;

  /**
   * Time that passed on this host's own clock in the epoch; a jump counts one window at the most.
   */
  long progressMillis;

  long lateSamples;
  int missedWindows;
  int skewedWindows;

  /** Null unless its clock runs behind the time that it had reached. */
  SetBack setBack;

  /** How it stands to the window that may close next; follows from the rest, so not stored. */
  CloseConditions.Standing standing;

  private final OpenWindows open = new OpenWindows();
  private final SendingInterval interval = new SendingInterval();

  /** Instants of the window closed last, to know a late duplicate from a late sample. */
  private Instants closed = new Instants();

  HostGathering(String host) {
    this.host = host;
  }

  boolean isDuplicate(long timestamp, long windowStart) {
    OpenWindow window = open.startingAt(windowStart);
    return window != null ? window.holds(timestamp) : closed.holds(timestamp);
  }

  /** Notes that the host was heard, in an epoch between two closes of its group. */
  void hear(
      long timestamp, long epoch, long closedThrough, long tickMillis, WindowSettings settings) {
    if (heardInEpoch != epoch) {
      heardInEpoch = epoch;
      progressMillis = 0;
    }
    if (latest != NEVER && timestamp > latest) {
      progressMillis += Math.min(timestamp - latest, settings.windowMillis());
    }
    noteSetBack(timestamp, closedThrough, tickMillis, settings);
    if (latest != NEVER && timestamp > latest && timestamp < closedThrough) {
      // It sends faster than was learned, so its window closed without it: the next one waits.
      interval.hurry(timestamp - latest);
    }
    latest = Math.max(latest, timestamp);
    firstAt = Math.min(firstAt, timestamp);
    seenAt = Math.max(seenAt, closedThrough);
  }

  /** Notes that its group closed a window that ends there, at the end of an epoch. */
  void seen(long epoch, long end) {
    if (heardInEpoch == epoch) {
      seenAt = Math.max(seenAt, end);
    }
  }

  private void noteSetBack(
      long timestamp, long closedThrough, long tickMillis, WindowSettings settings) {
    if (latest == NEVER || timestamp >= latest - settings.skewBudgetMillis()) {
      setBack = null;
    } else if (setBack == null) {
      setBack = SetBack.startingAt(timestamp, tickMillis);
    } else {
      setBack.goOn(timestamp, settings.windowMillis());
      if (timestamp >= closedThrough && setBack.progressMillis() >= settings.windowMillis()) {
        comeBack(settings);
      }
    }
  }

  /** It was ahead alone and is in time again: what it sent from there is not waited for. */
  private void comeBack(WindowSettings settings) {
    latest = setBack.latest();
    dropWindowsAfter(latest + settings.skewBudgetMillis());
    skewedWindows = 0;
    setBack = null;
  }

  /**
   * Its group starts anew from an earlier time. A host whose clock was set back goes on from where
   * that is now, and one that is not heard keeps its distance to the group; one that is heard and
   * was not set back is ahead from now on.
   *
   * @param closedThrough the group's new last close
   * @param backMillis how far the group goes back
   * @return samples of open windows that are late now
   */
  long startAnew(long closedThrough, long backMillis, boolean heard) {
    if (setBack != null) {
      latest = setBack.latest();
      missedWindows = 0;
      skewedWindows = 0;
    } else if (!heard) {
      latest -= backMillis;
    }
    long dropped = setBack != null || !heard ? dropWindowsAfter(NEVER) : 0;
    firstAt = Math.min(firstAt, closedThrough);
    seenAt -= backMillis;
    closed = new Instants();
    setBack = null;
    return dropped;
  }

  /** Drops open windows that start after this; how many samples were in them, late from now on. */
  private long dropWindowsAfter(long timestamp) {
    long samples = open.dropAfter(timestamp);
    lateSamples += samples;
    return samples;
  }

  /** Start of the earliest open window, or {@link CloseConditions#NONE}. */
  long firstOpen() {
    return open.first();
  }

  /**
   * The open window that starts there; a new one may push out the host's oldest. Null when it is
   * itself older than all that are kept.
   */
  OpenWindow window(long start) {
    OpenWindow window = open.startingAt(start);
    if (window != null) {
      return window;
    }
    OpenWindow oldest = open.open(start);
    if (oldest != null && oldest.start == start) {
      return null;
    }
    lateSamples += oldest == null ? 0 : oldest.instants().size();
    return open.startingAt(start);
  }

  /** Samples in windows that are not closed yet. */
  long openSamples() {
    return open.samples();
  }

  /** Counts what it sent for windows that the plan does not have as late; how many. */
  long dropUnplanned(WindowPlan plan) {
    long dropped = open.dropUnplanned(plan);
    lateSamples += dropped;
    return dropped;
  }

  boolean hasPassed(long timestamp) {
    return latest >= timestamp;
  }

  boolean hasReported(long start, long end, long graceMillis) {
    if (hasPassed(end + graceMillis)) {
      return true;
    }
    long soonestMillis = interval.shortestMillis();
    return soonestMillis > 0 && latest + soonestMillis >= end && !holeBefore(start, end);
  }

  /**
   * Whether a window that ends there, and in which it sent nothing, lies further from its last
   * instant before than it usually sends. What came for later windows does not matter: it may come
   * before or after the close.
   */
  boolean missed(long end) {
    return closed.size() == 0 || closed.last() + interval.usualMillis() < end;
  }

  long intervalMillis() {
    return interval.usualMillis();
  }

  private boolean holeBefore(long start, long end) {
    long allowed = (long) (interval.usualMillis() * HOLE_INTERVALS);
    long previous = closed.size() == 0 ? NEVER : closed.last();
    for (int i = 0; i < open.size(); i++) {
      OpenWindow window = open.get(i);
      if (window.start < start) {
        continue;
      }
      Instants instants = window.instants();
      if (previous != NEVER && instants.first() - previous > allowed) {
        return true;
      }
      if (instants.gapMax() > allowed) {
        return true;
      }
      if (window.start >= end) {
        return false;
      }
      previous = instants.last();
    }
    return false;
  }

  /** Takes the window out and learns from it; null when the host sent nothing for it. */
  OpenWindow close(long start) {
    OpenWindow window = open.close(start);
    if (window == null) {
      return null;
    }
    Instants instants = window.instants();
    interval.learn(instants.gaps(closed.size() == 0 ? NEVER : closed.last()));
    closed = instants;
    missedWindows = 0;
    return window;
  }

  /**
   * @param base a time near those of the host, and the epoch of its group
   */
  void write(DataOutput out, long base, long epoch) throws IOException {
    Varints.write(latest - base, out);
    Varints.write(firstAt - latest, out);
    out.writeBoolean(seenAt != NEVER);
    Varints.write(seenAt == NEVER ? 0 : seenAt - base, out);
    Varints.write(epoch - heardInEpoch, out);
    Varints.write(progressMillis, out);
    Varints.write(lateSamples, out);
    Varints.write(missedWindows, out);
    Varints.write(skewedWindows, out);
    interval.write(out);
    closed.write(out, base);
    open.write(out, base);
    SetBack.write(setBack, out);
  }

  static HostGathering read(String host, DataInput in, long base, long epoch, boolean withSetBack)
      throws IOException {
    HostGathering gathering = new HostGathering(host);
    gathering.latest = base + Varints.read(in);
    gathering.firstAt = gathering.latest + Varints.read(in);
    boolean seen = in.readBoolean();
    long seenAt = base + Varints.read(in);
    gathering.seenAt = seen ? seenAt : NEVER;
    gathering.heardInEpoch = epoch - Varints.read(in);
    gathering.progressMillis = Varints.read(in);
    gathering.lateSamples = Varints.read(in);
    gathering.missedWindows = Varints.readInt(in);
    gathering.skewedWindows = Varints.readInt(in);
    gathering.interval.read(in);
    gathering.closed.read(in, base);
    gathering.open.readInto(in, base);
    gathering.setBack = withSetBack ? SetBack.read(in) : null;
    return gathering;
  }
}
