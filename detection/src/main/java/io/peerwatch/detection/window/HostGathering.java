package io.peerwatch.detection.window;

import io.peerwatch.detection.state.StateVersionException;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

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

  private static final int VERSION = 1;

  /** A host far ahead of its group keeps this many of its newest windows. */
  private static final int OPEN_WINDOWS_MAX = 6;

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

  long heardTickMillis;
  long lateSamples;
  int missedWindows;
  int skewedWindows;

  /** How it stands to the window that may close next; follows from the rest, so not stored. */
  CloseConditions.Standing standing;

  final TreeMap<Long, OpenWindow> open = new TreeMap<>();
  private final SendingInterval interval = new SendingInterval();

  /** Instants of the window closed last, to know a late duplicate from a late sample. */
  private Instants closed = new Instants();

  HostGathering(String host) {
    this.host = host;
  }

  boolean isDuplicate(long timestamp, long windowStart) {
    OpenWindow window = open.get(windowStart);
    return window != null ? window.holds(timestamp) : closed.holds(timestamp);
  }

  /** Notes that the host was heard, in an epoch between two closes of its group. */
  void hear(long timestamp, long epoch, long closedThrough, long tickMillis, long stepMaxMillis) {
    if (heardInEpoch != epoch) {
      heardInEpoch = epoch;
      progressMillis = 0;
    }
    if (latest != NEVER && timestamp > latest) {
      progressMillis += Math.min(timestamp - latest, stepMaxMillis);
    }
    latest = Math.max(latest, timestamp);
    firstAt = Math.min(firstAt, timestamp);
    seenAt = Math.max(seenAt, closedThrough);
    heardTickMillis = tickMillis;
  }

  /** Start of the earliest open window, or {@link CloseConditions#NONE}. */
  long firstOpen() {
    return open.isEmpty() ? CloseConditions.NONE : open.firstKey();
  }

  /**
   * The open window that starts there; a new one may push out the host's oldest. Null when it is
   * itself older than all that are kept.
   */
  OpenWindow window(long start) {
    OpenWindow window = open.computeIfAbsent(start, OpenWindow::new);
    if (open.size() > OPEN_WINDOWS_MAX) {
      OpenWindow oldest = open.pollFirstEntry().getValue();
      if (oldest == window) {
        return null;
      }
      lateSamples += oldest.instants().size();
    }
    return window;
  }

  /** Samples in windows that are not closed yet. */
  long openSamples() {
    long samples = 0;
    for (OpenWindow window : open.values()) {
      samples += window.instants().size();
    }
    return samples;
  }

  /** Counts what it sent for windows that the plan does not have as late; how many. */
  long dropUnplanned(WindowPlan plan) {
    long dropped = 0;
    for (OpenWindow window : List.copyOf(open.values())) {
      boolean planned = plan.windowStart(window.start) == window.start;
      if (!planned || window.instants().last() >= plan.windowEnd(window.start)) {
        dropped += open.remove(window.start).instants().size();
      }
    }
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
    for (OpenWindow window : open.tailMap(start, true).values()) {
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
    OpenWindow window = open.remove(start);
    if (window == null) {
      return null;
    }
    Instants instants = window.instants();
    interval.learn(instants.gaps(closed.size() == 0 ? NEVER : closed.last()));
    closed = instants;
    missedWindows = 0;
    return window;
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(latest);
    out.writeLong(firstAt);
    out.writeLong(seenAt);
    out.writeLong(heardInEpoch);
    out.writeLong(progressMillis);
    out.writeLong(heardTickMillis);
    out.writeLong(lateSamples);
    out.writeInt(missedWindows);
    out.writeInt(skewedWindows);
    interval.write(out);
    closed.write(out);
    out.writeByte(open.size());
    for (OpenWindow window : open.values()) {
      window.write(out);
    }
  }

  static HostGathering read(String host, DataInput in) throws IOException {
    StateVersionException.requireKnown("a host's open windows", in.readByte(), VERSION);
    HostGathering gathering = new HostGathering(host);
    gathering.latest = in.readLong();
    gathering.firstAt = in.readLong();
    gathering.seenAt = in.readLong();
    gathering.heardInEpoch = in.readLong();
    gathering.progressMillis = in.readLong();
    gathering.heardTickMillis = in.readLong();
    gathering.lateSamples = in.readLong();
    gathering.missedWindows = in.readInt();
    gathering.skewedWindows = in.readInt();
    gathering.interval.read(in);
    gathering.closed.read(in);
    int windows = in.readByte();
    for (int i = 0; i < windows; i++) {
      OpenWindow window = OpenWindow.read(in);
      gathering.open.put(window.start, window);
    }
    return gathering;
  }
}
