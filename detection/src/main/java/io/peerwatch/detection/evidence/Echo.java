package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What a host would show that does what its group did some windows ago: for each of a few lags how
 * far the medians of then are from those of now, in the hosts' spreads, whitened, and less what
 * could be told from the window before, as {@link Departure} takes the deviations of hosts; of that
 * what the group did together ({@link CommonWay}), not what its medians do by chance.
 */
public final class Echo {

  /** Windows that a host may trail behind. */
  private static final int[] LAGS = {3, 6, 12, 24};

  public static final int COUNT = LAGS.length;

  private static final double CLIP = 8;

  /** One leap of a group must not tell all: every host that is a little off then would trail. */
  private static final double NEWS_CLIP = 3;

  /**
   * The most that one window tells, as a square summed over metrics: to trail once, as hosts do
   * that are slow to react to a shift of their group, is no lag.
   */
  static final double WINDOW_MAX = 8;

  /** An EWMA of span 24: a lag shows while the group moves, and that takes a while. */
  static final double SPAN_STEP = 2.0 / 25;

  private static final int RING = 25;

  /** Times 1 / hosts, the variance between medians of two windows, in the hosts' spreads. */
  private static final double NOISE_OF_TWO_MEDIANS = Math.PI;

  private final CommonWay way = new CommonWay(COUNT);
  private int metrics;
  private int windows;
  private double[] medians = new double[0];
  private double[] last = new double[0];
  private double[] fresh = new double[0];
  private double[] moved = new double[0];
  private double[] whitened = new double[0];
  private final double[] square = new double[COUNT];

  public void grow(int wanted) {
    if (wanted <= metrics) {
      return;
    }
    medians = wider(medians, RING, wanted, Double.NaN);
    last = wider(last, COUNT, wanted, 0);
    fresh = wider(fresh, COUNT, wanted, 0);
    way.grow(wanted);
    moved = new double[wanted];
    whitened = new double[wanted];
    metrics = wanted;
  }

  private double[] wider(double[] rows, int count, int wanted, double filler) {
    double[] wider = new double[count * wanted];
    Arrays.fill(wider, filler);
    for (int row = 0; row < count; row++) {
      System.arraycopy(rows, row * metrics, wider, row * wanted, metrics);
    }
    return wider;
  }

  /**
   * Takes in the medians of a window.
   *
   * @param spreads of the hosts' deviations, by metric, in the medians' unit
   * @param hosts of which these are the medians
   * @param step of means of about a day, 0..1
   */
  public void add(
      double[] groupMedians,
      double[] spreads,
      int hosts,
      double step,
      Whitening whitening,
      Persistence persistence) {
    System.arraycopy(groupMedians, 0, medians, windows % RING * metrics, metrics);
    for (int i = 0; i < COUNT; i++) {
      move(i, groupMedians, spreads);
      whitening.apply(moved, whitened, 0, metrics);
      renew(i, persistence);
      way.filter(i, fresh, i * metrics, NOISE_OF_TWO_MEDIANS / hosts, step);
      bound(i);
    }
    windows++;
  }

  private void move(int i, double[] groupMedians, double[] spreads) {
    int then = Math.floorMod(windows - LAGS[i], RING) * metrics;
    for (int m = 0; m < metrics; m++) {
      double off = windows < LAGS[i] ? 0 : (medians[then + m] - groupMedians[m]) / spreads[m];
      moved[m] = Double.isNaN(off) ? 0 : Doubles.clip(off, CLIP);
    }
  }

  private void renew(int i, Persistence persistence) {
    for (int m = 0; m < metrics; m++) {
      int at = i * metrics + m;
      fresh[at] = Doubles.clip(persistence.fresh(m, whitened[m], last[at]), NEWS_CLIP);
      last[at] = whitened[m];
    }
  }

  private void bound(int i) {
    double sum = 0;
    for (int m = 0; m < metrics; m++) {
      sum += fresh(i, m) * fresh(i, m);
    }
    if (sum > WINDOW_MAX) {
      weaken(i, Math.sqrt(WINDOW_MAX / sum));
    }
    square[i] += SPAN_STEP * (Math.min(WINDOW_MAX, sum) - square[i]);
  }

  private void weaken(int lag, double factor) {
    for (int m = 0; m < metrics; m++) {
      fresh[lag * metrics + m] *= factor;
    }
  }

  /** What is new about the echo of lag {@code i} in metric {@code m}. */
  double fresh(int i, int m) {
    return fresh[i * metrics + m];
  }

  /** Mean square of the echo of lag {@code i} lately, summed over metrics. */
  double square(int i) {
    return square[i];
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(metrics);
    out.writeInt(windows);
    Doubles.write(medians, out);
    Doubles.write(last, out);
    for (double value : square) {
      out.writeDouble(value);
    }
    way.write(out);
  }

  /**
   * Reads what was written.
   *
   * @param wayToo false for a layout that knows nothing of the common way: it is found anew
   */
  public void readInto(DataInput in, boolean wayToo) throws IOException {
    grow(in.readInt());
    windows = in.readInt();
    medians = Doubles.read(in);
    last = Doubles.read(in);
    for (int i = 0; i < COUNT; i++) {
      square[i] = in.readDouble();
    }
    if (wayToo) {
      way.readInto(in);
    }
  }
}
