package io.peerwatch.detection.taught;

import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.HostBaseline;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Differences to its peers that a host was taught to have: its mean was moved by them, and can be
 * moved back. Arrays run over metrics, in transformed units unless said otherwise.
 */
final class LearnedShifts {

  /** Older ones are what the host is like; only the last ones can be taken back. */
  private static final int SHIFTS_MAX = 8;

  /**
   * One that was learned.
   *
   * @param kind EXPECTED_CHANGE, or ACKNOWLEDGED for a level that became normal in time
   * @param moved by how much; 0 where nothing was learned
   * @param spreads the same in spreads
   * @param before means before it, where it was learned at once; else empty
   */
  record Shift(
      String alertId, Opinion kind, long since, double[] moved, double[] spreads, double[] before) {

    /** Back to the very same means while nothing else was learned since. */
    void undo(HostBaseline baseline, Difference difference) {
      for (int m = 0; m < moved.length; m++) {
        boolean untouched = m < before.length && baseline.mean(m) == before[m] + moved[m];
        if (moved[m] != 0) {
          baseline.setMean(m, untouched ? before[m] : baseline.mean(m) - moved[m]);
          difference.add(m, moved[m] / baseline.scale(m));
        }
      }
    }
  }

  private final List<Shift> shifts = new ArrayList<>();

  void add(Shift shift) {
    shifts.add(shift);
    if (shifts.size() > SHIFTS_MAX) {
      shifts.remove(0);
    }
  }

  /** False when nothing was learned from the alert. */
  boolean takeBack(String alertId, HostBaseline baseline, Difference difference) {
    boolean taken = false;
    for (Iterator<Shift> all = shifts.iterator(); all.hasNext(); ) {
      Shift shift = all.next();
      if (shift.alertId().equals(alertId)) {
        shift.undo(baseline, difference);
        all.remove();
        taken = true;
      }
    }
    return taken;
  }

  List<Shift> all() {
    return shifts;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(shifts.size());
    for (Shift shift : shifts) {
      out.writeUTF(shift.alertId());
      out.writeUTF(shift.kind().name());
      out.writeLong(shift.since());
      Doubles.write(shift.moved(), out);
      Doubles.write(shift.spreads(), out);
      Doubles.write(shift.before(), out);
    }
  }

  void readInto(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      shifts.add(
          new Shift(
              in.readUTF(),
              Opinion.valueOf(in.readUTF()),
              in.readLong(),
              Doubles.read(in),
              Doubles.read(in),
              Doubles.read(in)));
    }
  }
}
