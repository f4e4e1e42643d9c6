package io.peerwatch.detection.taught;

import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.HostBaseline;
import io.peerwatch.detection.baseline.TimeOfDay;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An open trouble that a person has seen: until it ends its host learns at its normal speed. It
 * remembers what was usual when it began, so that its end can be told from a recovery, and what was
 * learned be taken back. Arrays run over metrics.
 *
 * @param ofGroup whether the alert was of the group
 * @param difference to the expected when it began, in standard units of that time
 * @param usual for the host when it began, in transformed units
 * @param scale one standard unit of that time, in transformed units
 */
record Acknowledgement(
    String alertId,
    boolean ofGroup,
    long since,
    double[] difference,
    double[] usual,
    double[] scale) {

  /** Of the difference, what must still be there for the host not to have recovered. */
  private static final double STILL_THERE = 0.5;

  static Acknowledgement of(
      String alertId, boolean ofGroup, long since, Difference now, HostBaseline baseline) {
    double[] difference = now.values();
    double[] usual = new double[difference.length];
    double[] scale = new double[difference.length];
    for (int m = 0; m < usual.length; m++) {
      usual[m] = usual(baseline, m);
      scale[m] = baseline.scale(m);
    }
    return new Acknowledgement(alertId, ofGroup, since, difference, usual, scale);
  }

  /** Where the host is when its peers are at their mean, over the day, in transformed units. */
  private static double usual(HostBaseline baseline, int m) {
    double expected = 0;
    for (int bin = 0; bin < TimeOfDay.BINS; bin++) {
      expected += baseline.expected(m, 0, new TimeOfDay(bin, bin, 0)) / TimeOfDay.BINS;
    }
    return baseline.mean(m) + baseline.scale(m) * expected;
  }

  /** Whether the host is still where it was, so that what ended is only that it stood out. */
  boolean stillThere(Difference now, HostBaseline baseline) {
    double common = 0;
    double square = 0;
    for (int m = 0; m < difference.length; m++) {
      double learned = (usual(baseline, m) - usual[m]) / scale[m];
      double left = now.lately(m) * baseline.scale(m) / scale[m];
      common += difference[m] * (learned + left);
      square += difference[m] * difference[m];
    }
    return square > 0 && common >= STILL_THERE * square;
  }

  /** What was learned since, in transformed units. */
  LearnedShifts.Shift learned(HostBaseline baseline) {
    double[] moved = new double[usual.length];
    double[] spreads = new double[usual.length];
    for (int m = 0; m < moved.length; m++) {
      moved[m] = usual(baseline, m) - usual[m];
      spreads[m] = moved[m] / (scale[m] * Math.max(baseline.spread(m), Double.MIN_NORMAL));
    }
    return new LearnedShifts.Shift(
        alertId, Opinion.ACKNOWLEDGED, since, moved, spreads, new double[0]);
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(alertId);
    out.writeBoolean(ofGroup);
    out.writeLong(since);
    Doubles.write(difference, out);
    Doubles.write(usual, out);
    Doubles.write(scale, out);
  }

  static Acknowledgement read(DataInput in) throws IOException {
    return new Acknowledgement(
        in.readUTF(),
        in.readBoolean(),
        in.readLong(),
        Doubles.read(in),
        Doubles.read(in),
        Doubles.read(in));
  }
}
