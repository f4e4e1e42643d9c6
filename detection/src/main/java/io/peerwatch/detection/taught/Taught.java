package io.peerwatch.detection.taught;

import io.peerwatch.detection.baseline.HostBaseline;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** All that feedback taught of one host, and what of its present trouble it may be taught by. */
public final class Taught {

  /** A difference that is smaller may be the noise of some windows: it is not learned at once. */
  private static final double NOISE_SPREADS = 2;

  private final HigherBars bars = new HigherBars();
  private final LearnedShifts shifts = new LearnedShifts();
  private final Difference difference = new Difference();
  private final Settling settling = new Settling();
  private Acknowledgement acknowledgement;
  private Quiet quiet;

  /** Brings what fades up to date; before anything is asked in a window. */
  public void refresh(long now) {
    if (!bars.none()) {
      bars.refresh(now);
    }
    settling.refresh(now);
  }

  /** Divides a host's deviations, of columns by metric, by the bars of its metrics. */
  public void lower(float[][] w, int place, int metrics) {
    for (int m = 0; m < metrics && !bars.none(); m++) {
      w[m][place] /= (float) bars.factor(m);
    }
  }

  /** How many times as high the bar of a metric is; 1 where nothing was taught. */
  public double factor(int m) {
    return bars.factor(m);
  }

  /**
   * How fast the host learns.
   *
   * @param otherwise when nothing was taught
   * @param alone whether it is apart alone
   */
  public double learningFactor(double otherwise, boolean alone) {
    if (acknowledgement != null || quiet != null) {
      return 1;
    }
    return alone || !settling.lasts() ? otherwise : Math.max(otherwise, settling.factor());
  }

  /** Whether it is apart at present, together with others. */
  public boolean apartTogether() {
    return difference.known() && difference.withOthers();
  }

  /**
   * Takes in a window in which the host is apart.
   *
   * @param d residuals in standard units by metric; NaN where one was not judged
   * @param aside whether that is not the size of its deviations
   * @param withOthers whether it is apart together with others
   */
  public void apart(double[] d, boolean aside, boolean withOthers) {
    difference.add(d, aside, withOthers);
  }

  /** It is apart no longer. */
  public void together() {
    difference.forget();
  }

  /** A false alarm: the bar of the metrics that it blamed is higher from now on. */
  public void raiseBars(String alertId, long since, int[] metrics) {
    bars.raise(alertId, since, metrics);
  }

  /**
   * The present trouble is not to be told again.
   *
   * @param metrics that it shows on; empty for whatever it shows on
   */
  public void keepQuiet(String alertId, Opinion kind, long since, int[] metrics) {
    if (difference.known()) {
      quiet = new Quiet(alertId, kind, since, metrics.clone(), difference.size(metrics), 0);
    }
  }

  /** The present trouble was seen. */
  public void acknowledge(String alertId, boolean ofGroup, long since, HostBaseline baseline) {
    if (difference.known()) {
      acknowledgement = Acknowledgement.of(alertId, ofGroup, since, difference, baseline);
    }
  }

  /**
   * The present difference is what is to be expected.
   *
   * @param part of it that this host is to learn, above 0 and at most 1
   * @return whether the trouble was a difference, rather than trailing behind or being stuck
   */
  public boolean learnDifference(String alertId, long since, double part, HostBaseline baseline) {
    if (!difference.known()) {
      return false;
    }
    double[] moved = new double[difference.metrics()];
    double[] spreads = new double[moved.length];
    double[] before = new double[moved.length];
    for (int m = 0; m < moved.length; m++) {
      double inSpreads = difference.of(m) / Math.max(baseline.spread(m), Double.MIN_NORMAL);
      if (Math.abs(inSpreads) >= NOISE_SPREADS) {
        spreads[m] = part * inSpreads;
        moved[m] = part * difference.of(m) * baseline.scale(m);
      }
      before[m] = baseline.mean(m);
      baseline.setMean(m, before[m] + moved[m]);
    }
    shifts.add(
        new LearnedShifts.Shift(alertId, Opinion.EXPECTED_CHANGE, since, moved, spreads, before));
    boolean aside = difference.aside();
    if (aside) {
      keepQuiet(alertId, Opinion.EXPECTED_CHANGE, since, new int[0]);
    }
    settling.begin(alertId, since);
    difference.forget();
    return !aside;
  }

  /** Takes back whatever was taught by an alert; false when nothing was. */
  public boolean takeBack(String alertId, long now, HostBaseline baseline) {
    boolean taken = bars.takeBack(alertId, now) | shifts.takeBack(alertId, baseline, difference);
    settling.end(alertId);
    if (acknowledgement != null && acknowledgement.alertId().equals(alertId)) {
      acknowledgement.learned(baseline).undo(baseline, difference);
      acknowledgement = null;
      taken = true;
    }
    if (quiet != null && quiet.alertId().equals(alertId)) {
      quiet = null;
      taken = true;
    }
    return taken;
  }

  /** Whether what is found in this window is not to be told; {@code share} of blame by metric. */
  public boolean isQuiet(double[] share) {
    if (quiet != null && !quiet.covers(difference, share)) {
      quiet = null;
    }
    return quiet != null;
  }

  /**
   * Ends what ends with the trouble.
   *
   * @param ratio evidence of this window in units of the threshold
   * @param alone whether the host is still apart alone
   * @param group whether the group still has a verdict on several hosts
   * @return true when an acknowledged level has become normal in this window
   */
  public boolean endWindow(double ratio, boolean alone, boolean group, HostBaseline baseline) {
    quiet = quiet == null ? null : quiet.after(ratio);
    if (acknowledgement == null || (acknowledgement.ofGroup() ? group : alone)) {
      return false;
    }
    boolean accepted = acknowledgement.stillThere(difference, baseline);
    if (accepted) {
      shifts.add(acknowledgement.learned(baseline));
    }
    acknowledgement = null;
    return accepted;
  }

  /** It was silent: what was open is open no longer. */
  public void interrupt() {
    acknowledgement = null;
    quiet = null;
    difference.forget();
  }

  /** What lasts, for {@link TaughtList}. */
  void tell(TaughtList list, long now) {
    bars.all().forEach(bar -> list.addBar(bar, bar.factorAt(now)));
    shifts.all().forEach(list::addShift);
    if (acknowledgement != null) {
      list.addAll(Opinion.ACKNOWLEDGED, acknowledgement.since(), acknowledgement.alertId());
    }
    if (quiet != null && quiet.kind() == Opinion.EXPECTED_CHANGE) {
      list.addAll(quiet.kind(), quiet.since(), quiet.alertId());
    }
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    return bars.none() && shifts.all().isEmpty() && acknowledgement == null && quiet == null;
  }

  public void write(DataOutput out) throws IOException {
    bars.write(out);
    shifts.write(out);
    difference.write(out);
    settling.write(out);
    out.writeBoolean(acknowledgement != null);
    if (acknowledgement != null) {
      acknowledgement.write(out);
    }
    out.writeBoolean(quiet != null);
    if (quiet != null) {
      quiet.write(out);
    }
  }

  public void readInto(DataInput in) throws IOException {
    bars.readInto(in);
    shifts.readInto(in);
    difference.readInto(in);
    settling.readInto(in);
    acknowledgement = in.readBoolean() ? Acknowledgement.read(in) : null;
    quiet = in.readBoolean() ? Quiet.read(in) : null;
  }
}
