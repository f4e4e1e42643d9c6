package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.DoubleColumns;
import io.peerwatch.detection.baseline.FloatColumns;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How long hosts' metrics have been repeating the very same value, window after window, and how
 * long such runs usually get: a sensor that is stuck shows by a run that nobody in the group had
 * before. Values that were rounded, or of a host that idles, repeat in runs, too; the longest of
 * them say what means nothing.
 */
public final class Repeats {

  /** A metric that repeats itself in more than this share of windows hardly ever changes. */
  private static final float SPARSE_RATE = 0.8f;

  /** Before anything is known a metric is believed to repeat every other window. */
  private static final float RATE_PRIOR = 0.5f;

  private static final float RATE_STEP = 1f / 1000;

  private final DoubleColumns last;
  private final FloatColumns run;
  private final FloatColumns longest;
  private final FloatColumns rate;

  /** By host: the windows it was seen in. */
  private final FloatColumns seen;

  /** By metric: whether it may hardly ever change on some host. */
  private boolean[] mayBeSparse = new boolean[0];

  /**
   * Of this window, by host: how fast it learns and forgets, and whether the end of a run teaches.
   */
  private final float[] step;

  private final float[] left;
  private final boolean[] believed;
  private final boolean[] running;

  /** Places of a metric where anything but change happens, and the rates that they had. */
  private final int[] odd;

  private final float[] rateBefore;

  Repeats(int hosts) {
    last = new DoubleColumns(hosts, Double.NaN);
    run = new FloatColumns(hosts, 0);
    longest = new FloatColumns(hosts, 0);
    rate = new FloatColumns(hosts, RATE_PRIOR);
    seen = new FloatColumns(hosts, 0);
    seen.grow(1);
    step = new float[hosts];
    left = new float[hosts];
    believed = new boolean[hosts];
    running = new boolean[hosts];
    odd = new int[hosts];
    rateBefore = new float[hosts];
  }

  void grow(int metrics) {
    last.grow(metrics);
    run.grow(metrics);
    longest.grow(metrics);
    rate.grow(metrics);
    int before = mayBeSparse.length;
    if (before < metrics) {
      mayBeSparse = Arrays.copyOf(mayBeSparse, metrics);
      Arrays.fill(mayBeSparse, before, metrics, true);
    }
  }

  /** Begins a window, in which no host reports until it is {@linkplain #reports told}. */
  public void begin() {
    Arrays.fill(step, 0);
    Arrays.fill(left, 1);
    Arrays.fill(running, false);
  }

  /**
   * A host reports in this window.
   *
   * @param teaches whether the end of a run may teach how long runs usually get
   * @param kept how much of the longest run is not forgotten in a window, 0..1
   */
  public void reports(int host, boolean teaches, double kept) {
    float known = seen.of(0)[host]++;
    step[host] = known == 0 ? 0 : Math.max(RATE_STEP, 1 / (known + 2));
    left[host] = (float) kept;
    believed[host] = teaches;
  }

  /**
   * Takes in the values of one metric.
   *
   * @param raw by place; NaN where it was not reported: then a run neither grows nor ends
   */
  public void add(int m, double[] raw) {
    double[] lasts = last.of(m);
    float[] rates = rate.of(m);
    int count = odd(raw, lasts, run.of(m), rates);
    fade(longest.of(m), rates);
    for (int k = 0; k < count; k++) {
      step(odd[k], rateBefore[k], m, raw[odd[k]]);
    }
  }

  /** Finds places that repeat themselves or did, or tell nothing; the others have a new value. */
  private int odd(double[] raw, double[] lasts, float[] runs, float[] rates) {
    int count = 0;
    for (int i = 0; i < lasts.length; i++) {
      double value = raw[i];
      if (value == lasts[i] || Double.isNaN(value) || runs[i] != 0) {
        odd[count] = i;
        rateBefore[count++] = rates[i];
      } else {
        lasts[i] = value;
      }
    }
    return count;
  }

  private void fade(float[] longests, float[] rates) {
    float[] steps = step;
    float[] kept = left;
    for (int i = 0; i < longests.length; i++) {
      longests[i] = longests[i] * kept[i];
      rates[i] = rates[i] - steps[i] * rates[i];
    }
  }

  private void step(int i, float rateUpToNow, int m, double value) {
    float[] runs = run.of(m);
    float[] rates = rate.of(m);
    if (Double.isNaN(value)) {
      rates[i] = rateUpToNow;
    } else if (value == last.of(m)[i]) {
      runs[i]++;
      rates[i] = rateUpToNow + step[i] * (1 - rateUpToNow);
      mayBeSparse[m] |= rates[i] > SPARSE_RATE;
    } else {
      float[] longests = longest.of(m);
      longests[i] = believed[i] ? Math.max(longests[i], runs[i]) : longests[i];
      runs[i] = 0;
      last.of(m)[i] = value;
    }
    running[i] |= runs[i] > 0;
  }

  /** Whether any metric of a host repeats itself just now. */
  public boolean anyRuns(int host) {
    return running[host];
  }

  /** Repetitions up to now: 0 where the value has just changed. */
  public float run(int host, int m) {
    return run.of(m)[host];
  }

  /** The longest run that ended, forgotten slowly. */
  public float longest(int host, int m) {
    return longest.of(m)[host];
  }

  /** Share of windows in which the metric repeats itself, 0..1. */
  public float rate(int host, int m) {
    return rate.of(m)[host];
  }

  /** Whether the metric repeats itself nearly always, as flags and error counts do. */
  public boolean sparse(int host, int m) {
    return rate(host, m) > SPARSE_RATE;
  }

  /** Whether it may be sparse on any host; where it can't be, nobody has to be asked. */
  public boolean mayBeSparse(int m) {
    return mayBeSparse[m];
  }

  /** Says whether it is sparse on any host. */
  public void setSparse(int m, boolean anywhere) {
    mayBeSparse[m] = anywhere;
  }

  void forget(int host) {
    last.set(host, Double.NaN);
    run.set(host, 0);
  }

  void copy(int host, Repeats from, int fromHost) {
    last.copy(host, from.last, fromHost);
    run.copy(host, from.run, fromHost);
    longest.copy(host, from.longest, fromHost);
    rate.copy(host, from.rate, fromHost);
    seen.copy(host, from.seen, fromHost);
  }

  void write(int host, DataOutput out) throws IOException {
    last.write(host, out);
    run.write(host, out);
    longest.write(host, out);
    rate.write(host, out);
    seen.write(host, out);
  }

  void read(int host, int metrics, DataInput in) throws IOException {
    last.read(host, metrics, in);
    run.read(host, metrics, in);
    longest.read(host, metrics, in);
    rate.read(host, metrics, in);
    seen.read(host, 1, in);
  }
}
