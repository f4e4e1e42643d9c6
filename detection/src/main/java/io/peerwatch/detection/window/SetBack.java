package io.peerwatch.detection.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;

/**
 * An unbroken run of samples with which a host stayed behind its own latest timestamp, by more than
 * a clock may be off and far more than order may be broken: its clock was set back. A host that is
 * merely delayed, or sends a backlog, never goes behind its own latest.
 */
final class SetBack {
  /** The latest timestamp of the run, below the host's own latest. */
  private long latest;

  /** Time that passed on the host's clock in the run; a jump counts one window at the most. */
  private long progressMillis;

  private final long sinceTickMillis;

  private SetBack(long latest, long progressMillis, long sinceTickMillis) {
    this.latest = latest;
    this.progressMillis = progressMillis;
    this.sinceTickMillis = sinceTickMillis;
  }

  static SetBack startingAt(long timestamp, long tickMillis) {
    return new SetBack(timestamp, 0, tickMillis);
  }

  void goOn(long timestamp, long stepMaxMillis) {
    if (timestamp > latest) {
      progressMillis += Math.min(timestamp - latest, stepMaxMillis);
      latest = timestamp;
    }
  }

  long progressMillis() {
    return progressMillis;
  }

  long latest() {
    return latest;
  }

  /**
   * Whether the group's clock can only go on from an earlier time: at least half of the hosts heard
   * in this epoch hold it back, each with a run longer than any clock may be off, on its own clock
   * and by the ticks. Half is enough, since the group's clock is the lower of two medians.
   */
  static boolean holdsClock(
      Collection<HostGathering> hosts, long epoch, long tickMillis, WindowSettings settings) {
    int heard = 0;
    int back = 0;
    for (HostGathering host : hosts) {
      if (host.heardInEpoch == epoch) {
        heard++;
        back += host.setBack != null && host.setBack.lasts(tickMillis, settings) ? 1 : 0;
      }
    }
    return back > 0 && 2 * back >= heard;
  }

  /** Median of the latest timestamps in the runs, the lower of two. */
  static long clock(Collection<HostGathering> hosts, long epoch) {
    return LowerMedian.of(
        hosts.stream()
            .filter(host -> host.setBack != null && host.heardInEpoch == epoch)
            .mapToLong(host -> host.setBack.latest)
            .toArray());
  }

  private boolean lasts(long tickMillis, WindowSettings settings) {
    long span = spanMillis(settings);
    return progressMillis >= span && tickMillis - sinceTickMillis >= span;
  }

  /** One window more than a clock may be off: what is nearer comes right by waiting. */
  private static long spanMillis(WindowSettings settings) {
    return settings.skewBudgetMillis() + settings.windowMillis();
  }

  static void write(SetBack run, DataOutput out) throws IOException {
    out.writeBoolean(run != null);
    if (run != null) {
      out.writeLong(run.latest);
      out.writeLong(run.progressMillis);
      out.writeLong(run.sinceTickMillis);
    }
  }

  /** The run, or null for none. */
  static SetBack read(DataInput in) throws IOException {
    return in.readBoolean() ? new SetBack(in.readLong(), in.readLong(), in.readLong()) : null;
  }
}
