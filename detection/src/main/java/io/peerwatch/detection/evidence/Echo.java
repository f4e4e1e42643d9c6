package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What a host would show that does what its group did some windows ago: for each of a few lags how
 * far the medians of then are from those of now, in the hosts' spreads, whitened, and less what
 * could be told from the window before, as {@link Departure} takes the deviations of hosts.
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
   * @param noise spreads that medians of so few hosts move by themselves
   */
  public void add(
      double[] groupMedians,
      double[] spreads,
      double noise,
      Whitening whitening,
      Persistence persistence) {
    System.arraycopy(groupMedians, 0, medians, windows % RING * metrics, metrics);
    for (int i = 0; i < COUNT; i++) {
      int then = Math.floorMod(windows - LAGS[i], RING) * metrics;
      for (int m = 0; m < metrics; m++) {
        double off = windows < LAGS[i] ? 0 : (medians[then + m] - groupMedians[m]) / spreads[m];
        double beyond = Math.max(0, Math.min(CLIP, Math.abs(off)) - noise);
        moved[m] = Double.isNaN(off) ? 0 : Math.copySign(beyond, off);
      }
      whitening.apply(moved, whitened, 0, metrics);
      double sum = 0;
      for (int m = 0; m < metrics; m++) {
        int at = i * metrics + m;
        double news = persistence.fresh(m, whitened[m], last[at]);
        fresh[at] = Math.max(-NEWS_CLIP, Math.min(NEWS_CLIP, news));
        last[at] = whitened[m];
        sum += fresh[at] * fresh[at];
      }
      if (sum > WINDOW_MAX) {
        weaken(i, Math.sqrt(WINDOW_MAX / sum));
      }
      square[i] += SPAN_STEP * (Math.min(WINDOW_MAX, sum) - square[i]);
    }
    windows++;
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
  }

  public void readInto(DataInput in) throws IOException {
    grow(in.readInt());
    windows = in.readInt();
    medians = Doubles.read(in);
    last = Doubles.read(in);
    for (int i = 0; i < COUNT; i++) {
      square[i] = in.readDouble();
    }
  }
}
